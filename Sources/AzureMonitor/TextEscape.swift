/// An escape of a JSON text while it is read: `\n`, `\u00e4`, a pair of surrogates.
struct TextEscape {
  private enum State: Equatable {
    case closed, letter
    case digits(left: Int, code: UInt32)
  }

  private var state = State.closed
  /// A first surrogate that waits for its second, and where the text ended behind it.
  private var highSurrogate: (code: UInt32, end: Int)?

  var isOpen: Bool { state != .closed }

  /// To be called behind the backslash.
  mutating func open() { state = .letter }

  /// - Returns: false where the byte cannot be part of an escape.
  mutating func take(_ byte: UInt8, into text: inout [UInt8]) -> Bool {
    switch state {
    case .closed: return false
    case .letter:
      if byte == UInt8(ascii: "u") {
        state = .digits(left: 4, code: 0)
        return true
      }
      guard let plain = plainByte(byte) else { return false }
      text.append(plain)
      state = .closed
      return true
    case .digits(let left, let code):
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return false
      }
      let code = code << 4 | UInt32(digit)
      if left > 1 {
        state = .digits(left: left - 1, code: code)
      } else {
        state = .closed
        append(code, to: &text)
      }
      return true
    }
  }

  private mutating func append(_ code: UInt32, to text: inout [UInt8]) {
    if let high = highSurrogate, high.end == text.count, (0xDC00...0xDFFF).contains(code) {
      // It was written as a character that cannot be shown until the second came.
      text.removeLast(replacement.count)
      append(scalar: 0x10000 + ((high.code - 0xD800) << 10) + (code - 0xDC00), to: &text)
    } else {
      append(scalar: code, to: &text)
    }
    highSurrogate = (0xD800...0xDBFF).contains(code) ? (code, text.count) : nil
  }

  private func append(scalar: UInt32, to text: inout [UInt8]) {
    // A surrogate that stays alone is no character.
    if let character = Unicode.Scalar(scalar) {
      text += Array(String(Character(character)).utf8)
    } else {
      text += replacement
    }
  }
}

private let replacement = Array("\u{FFFD}".utf8)

private func plainByte(_ letter: UInt8) -> UInt8? {
  switch letter {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: nil
  }
}
