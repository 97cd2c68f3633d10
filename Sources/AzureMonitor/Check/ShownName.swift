import Foundation

/// A name as it may stand in a terminal: what is invisible, or would move the cursor, is written out.
func shownName(_ name: String) -> String {
  guard !name.isEmpty else { return "(empty)" }
  var shown = ""
  for scalar in name.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown.prefixed(60)
}

/// `'a', 'b' and 2 more`
func namesInWords(_ names: [String], most: Int) -> String {
  let shown = names.prefix(most).map { "'\(shownName($0))'" }.joined(separator: ", ")
  return names.count > most ? shown + " and \(names.count - most) more" : shown
}

/// A name as a value in tokenbook.yml; quoted where YAML might take it for something else.
func yamlText(_ name: String) -> String {
  let isPlain =
    name.first?.isASCII == true && name.first?.isLetter == true && name.last != " "
    && name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    && !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(name.lowercased())
  guard !isPlain else { return name }
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  return (try? encoder.encode(name)).map { String(decoding: $0, as: UTF8.self) } ?? name
}

/// The first of some names that differs from `name` only in capitals, blanks and signs, else in an
/// ending of either.
func similarName(to name: String, in names: [String]) -> String? {
  let letters = onlyLetters(name)
  guard !letters.isEmpty else { return nil }
  let others = names.filter { $0 != name }
  return others.first { onlyLetters($0) == letters }
    ?? others.first {
      let other = onlyLetters($0)
      return min(other.count, letters.count) >= 4
        && (other.hasPrefix(letters) || letters.hasPrefix(other))
    }
}

private func onlyLetters(_ name: String) -> String {
  name.lowercased().filter { $0.isLetter || $0.isNumber }
}
