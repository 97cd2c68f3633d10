import Foundation
import SourceText

/// Numbers for texts: equal texts get equal numbers, and bytes seen before allocate nothing.
///
/// Texts are equal that are so when composed, see `composed(_:)`. Number 0 is the empty text.
struct TextTable {
  /// Bytes of a text as they came.
  private struct Spelling {
    /// Where they lie in `bytes`.
    let range: Range<Int>
    let hash: UInt64
    /// Of the text they spell.
    let number: Int32
  }

  /// Composed, by number.
  private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  private var spellings: [Spelling] = []
  /// Places of spellings by hash, open addressing; a power of two, at most half full.
  private var slots: [Int32] = []

  init() { removeAll() }

  /// Bytes of all spellings together.
  var byteCount: Int { bytes.count }

  mutating func removeAll() {
    texts = [""]
    spellings = []
    bytes.removeAll(keepingCapacity: true)
    slots = Array(repeating: -1, count: 1024)
  }

  mutating func number(of text: UnsafeRawBufferPointer) -> Int32 {
    if text.isEmpty { return 0 }
    let hash = mixedHash(of: text)
    return known(text, hash: hash) ?? add(text, hash: hash)
  }

  private func known(_ text: UnsafeRawBufferPointer, hash: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let spelling = spellings[Int(slots[slot])]
      if spelling.hash == hash, isEqual(spelling.range, text) { return spelling.number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, hash: UInt64) -> Int32 {
    let written = String(decoding: text, as: UTF8.self)
    let canonical = composed(written)
    if canonical.utf8.elementsEqual(written.utf8) {
      return append(canonical, spelled: text, hash: hash)
    }
    let number = Array(canonical.utf8).withUnsafeBytes { bytes in
      let hash = mixedHash(of: bytes)
      return known(bytes, hash: hash) ?? append(canonical, spelled: bytes, hash: hash)
    }
    remember(text, hash: hash, number: number)
    return number
  }

  private mutating func append(
    _ text: String, spelled bytes: UnsafeRawBufferPointer, hash: UInt64
  ) -> Int32 {
    let number = Int32(texts.count)
    texts.append(text)
    remember(bytes, hash: hash, number: number)
    return number
  }

  private mutating func remember(_ text: UnsafeRawBufferPointer, hash: UInt64, number: Int32) {
    let range = bytes.count..<bytes.count + text.count
    spellings.append(Spelling(range: range, hash: hash, number: number))
    bytes.append(contentsOf: text)
    if spellings.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for place in spellings.indices { enter(place) }
    } else {
      enter(spellings.count - 1)
    }
  }

  private mutating func enter(_ place: Int) {
    var slot = Int(truncatingIfNeeded: spellings[place].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place)
  }

  private func isEqual(_ range: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
    range.count == text.count
      && bytes.withUnsafeBytes { known in
        guard let known = known.baseAddress, let text = text.baseAddress else { return false }
        return memcmp(known + range.lowerBound, text, range.count) == 0
      }
  }
}

/// Eight bytes at a time.
private func mixedHash(of text: UnsafeRawBufferPointer) -> UInt64 {
  var hash = UInt64(text.count)
  var offset = 0
  while offset + 8 <= text.count {
    hash = mixed(hash ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    offset += 8
  }
  var tail: UInt64 = 0
  while offset < text.count {
    tail = tail << 8 | UInt64(text[offset])
    offset += 1
  }
  return mixed(hash ^ tail)
}
