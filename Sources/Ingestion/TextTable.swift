import Foundation

/// Numbers for texts: equal bytes get equal numbers, and a text seen before allocates nothing.
///
/// Number 0 is the empty text.
struct TextTable {
  private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  /// Where each text lies in `bytes`.
  private var ranges: [Range<Int>] = []
  private var hashes: [UInt64] = []
  /// Text numbers by hash, open addressing; a power of two, at most half full.
  private var slots: [Int32] = []

  init() { removeAll() }

  /// Bytes of all texts together.
  var byteCount: Int { bytes.count }

  mutating func removeAll() {
    texts = [""]
    ranges = [0..<0]
    hashes = [0]
    bytes.removeAll(keepingCapacity: true)
    slots = Array(repeating: -1, count: 1024)
  }

  mutating func number(of text: UnsafeRawBufferPointer) -> Int32 {
    if text.isEmpty { return 0 }
    let hash = mixedHash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(ranges[number], text) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(text, hash: hash, slot: slot)
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, hash: UInt64, slot: Int) -> Int32 {
    let number = Int32(texts.count)
    texts.append(String(decoding: text, as: UTF8.self))
    ranges.append(bytes.count..<bytes.count + text.count)
    bytes.append(contentsOf: text)
    hashes.append(hash)
    slots[slot] = number
    if texts.count * 2 > slots.count { rehash(slotCount: slots.count * 2) }
    return number
  }

  private mutating func rehash(slotCount: Int) {
    slots = Array(repeating: -1, count: slotCount)
    for number in 1..<texts.count {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int32(number)
    }
  }

  private func isEqual(_ range: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
    range.count == text.count
      && bytes.withUnsafeBytes { known in
        guard let known = known.baseAddress, let text = text.baseAddress else { return false }
        return memcmp(known + range.lowerBound, text, range.count) == 0
      }
  }
}

/// Eight bytes at a time: multiply by a large odd number, fold the high half onto the low one.
private func mixedHash(of text: UnsafeRawBufferPointer) -> UInt64 {
  var hash = UInt64(text.count)
  var offset = 0
  while offset + 8 <= text.count {
    hash = folded(hash ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    offset += 8
  }
  var tail: UInt64 = 0
  while offset < text.count {
    tail = tail << 8 | UInt64(text[offset])
    offset += 1
  }
  return folded(hash ^ tail)
}

private func folded(_ word: UInt64) -> UInt64 {
  let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
