/// `text` as at most `maximumLines` lines of at most `width` pixels.
///
/// Lines break at spaces and after `-`, `/`, `_` and `.`, but not inside `4.5`; a longer word is
/// broken anywhere. What does not fit is left out without an ellipsis: the table beside the chart
/// has the whole name.
func textLines(_ text: String, width: Double, style: TextStyle, maximumLines: Int) -> [String] {
  let isPlain = text.utf8.allSatisfy { $0 >= 0x20 }
  if isPlain && style.width(of: text) <= width { return [trimmed(text)].filter { !$0.isEmpty } }
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text) {
    if style.width(of: line + trimmed(piece)) <= width {
      line += piece
      continue
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count >= maximumLines { return lines.map(trimmed) }
    line = piece
    while style.width(of: trimmed(line)) > width {
      let head = longestPrefix(of: line, width: width, style: style)
      lines.append(head)
      line.removeFirst(head.count)
      if lines.count >= maximumLines { return lines.map(trimmed) }
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines.map(trimmed).filter { !$0.isEmpty }
}

/// As many characters as fit, at least one.
private func longestPrefix(of word: String, width: Double, style: TextStyle) -> String {
  var prefix = ""
  for character in word {
    if !prefix.isEmpty && style.width(of: prefix + String(character)) > width { break }
    prefix.append(character)
  }
  return prefix
}

/// The unbreakable parts of `text`, each with the space or sign that ends it.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var piece = ""
  for (index, character) in zip(text.indices, text) {
    let isSpace = character == " " || character.isNewline || character == "\t"
    piece.append(isSpace ? " " : character)
    let next = text[text.index(after: index)...].first
    if isSpace || ("-/_.".contains(character) && !(character == "." && next?.isNumber == true)) {
      pieces.append(piece)
      piece = ""
    }
  }
  if !piece.isEmpty { pieces.append(piece) }
  return pieces
}

/// `text` without the spaces at its end.
private func trimmed(_ text: String) -> String {
  var text = text[...]
  while text.last == " " { text.removeLast() }
  return String(text)
}
