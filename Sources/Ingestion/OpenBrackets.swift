/// Whether a bracket of a JSON text is open, as far as it was read.
struct OpenBrackets {
  private var depth = 0
  private var isString = false
  private var isEscaped = false

  var isOpen: Bool { depth > 0 }

  mutating func read(_ bytes: Slice<UnsafeMutableRawBufferPointer>) {
    for byte in bytes {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isString = false
        }
        continue
      }
      switch byte {
      case 0x22: isString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
    }
  }
}
