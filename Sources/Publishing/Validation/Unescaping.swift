/// A part of a file as it reads with its escapes read: HTML's `&lt;` and `&#60;`, the `%3C` of
/// addresses and the `\u003c` and `\"` of JSON, so that a name is found however it was written.
struct UnescapedStretch: Equatable {
  private(set) var bytes: [UInt8]
  let startsFile: Bool
  private(set) var endsFile = false

  /// - Parameters:
  ///   - start: Where an escape stands in `file`, and none within `reach` before it.
  ///   - end: Where the stretch ends in `file`: no escape follows within `reach`.
  fileprivate init(_ file: [UInt8], at start: Int, reach: Int, end: inout Int) {
    let first = max(start - reach, 0)
    startsFile = first == 0
    bytes = Array(file[first..<start])
    end = start
    var plainCount = 0
    while end < file.count, plainCount < reach {
      if mayStartEscape(file[end]), let escape = escape(file[end...]) {
        bytes += escape.meaning
        end += escape.length
        plainCount = 0
      } else {
        bytes.append(file[end])
        end += 1
        plainCount += 1
      }
    }
    endsFile = end == file.count
  }
}

/// Every escape of a file, with at least `reach` bytes of what stands before and behind it.
func unescapedStretches(of file: [UInt8], reach: Int) -> [UnescapedStretch] {
  var stretches: [UnescapedStretch] = []
  var search = ByteSearch(file, for: escapeMarks)
  while let index = search.next() {
    guard escape(file[index...]) != nil else { continue }
    var end = index
    stretches.append(UnescapedStretch(file, at: index, reach: reach, end: &end))
    search.skip(to: end)
  }
  return stretches
}

/// What an escape may begin with.
private let escapeMarks = [UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "\\")]

private func mayStartEscape(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\")
}

/// What the escape at the beginning of `rest` stands for, and how many bytes it takes.
private func escape(_ rest: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
  switch rest.first {
  case UInt8(ascii: "&"):
    return entity(rest).map { (Array(String($0.scalar).utf8), $0.length) }
  case UInt8(ascii: "%"):
    return hexadecimal(rest.dropFirst().prefix(2), digits: 2).map { ([UInt8($0)], 3) }
  default:
    switch rest.dropFirst().first {
    case UInt8(ascii: "u"):
      return hexadecimal(rest.dropFirst(2).prefix(4), digits: 4)
        .flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), 6) }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (Array(rest.dropFirst().prefix(1)), 2)
    default: return nil
    }
  }
}

/// - Returns: nil unless there are as many bytes, all of them hexadecimal digits.
func hexadecimal(_ bytes: ArraySlice<UInt8>, digits: Int) -> UInt32? {
  guard bytes.count == digits else { return nil }
  var number: UInt32 = 0
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt32(byte - 0x57)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): number = number << 4 | UInt32(byte - 0x37)
    default: return nil
    }
  }
  return number
}
