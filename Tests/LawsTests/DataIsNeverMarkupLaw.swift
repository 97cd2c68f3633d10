import Foundation

/// Law 8: a page about a hostile name is the page about a harmless one, with another text in it.
///
/// - Parameters:
///   - files: Every file of the site about `name`, by path.
///   - harmless: The same site about `harmlessName`.
func markupViolations(
  _ files: [String: String], about name: String, like harmless: [String: String]
) -> [String] {
  var violations: [String] = []
  if files.keys.sorted() != harmless.keys.sorted() {
    violations.append("law 8, files: \(files.keys.sorted())")
  }
  for (path, page) in files.sorted(by: { $0.key < $1.key }) {
    let expected = harmless[path] ?? ""
    if path.hasSuffix(".html") {
      violations += differences(MarkupScan(page), MarkupScan(expected), name).map {
        "law 8, \(path): \($0)"
      }
    } else if path == "assets/search.js" {
      violations += searchProblems(page).map { "law 8, \(path): \($0)" }
    } else if path.hasSuffix(".csv") {
      violations += formulas(in: page).map { "law 8, \(path): a cell begins as '\($0)'" }
      let shown = page.unicodeScalars.elementsEqual(expected.unicodeScalars)
      if shown != (name == harmlessName) { violations.append("law 8, \(path): not about the name") }
    }
  }
  return violations
}

let harmlessName = "harmless"

/// The search's data is one statement that sets a list of lists of texts, and no markup anywhere.
private func searchProblems(_ script: String) -> [String] {
  let (start, end) = ("window.TOKENBOOK_SEARCH=", ";\n")
  guard script.hasPrefix(start), script.hasSuffix(end) else { return ["not one statement"] }
  let data = Data(script.dropFirst(start.count).dropLast(end.count).utf8)
  let entries = (try? JSONSerialization.jsonObject(with: data)) as? [[String]]
  return (entries == nil ? ["not a list of texts"] : []) + (script.contains("<") ? ["markup"] : [])
}

private func differences(_ page: MarkupScan, _ harmless: MarkupScan, _ name: String) -> [String] {
  var differences: [String] = []
  if page.shape != harmless.shape {
    let place = zip(page.shape, harmless.shape).first { $0 != $1 }
    differences.append("\(place?.0.description ?? "more or fewer tags")")
  }
  let strange = Set(page.tags).subtracting(harmless.tags).subtracting(links).map(\.description)
  if !strange.isEmpty { differences.append("new tags \(strange.sorted())") }
  for address in page.addresses where !isHarmless(address) {
    differences.append("address '\(address)'")
  }
  // A page without the name in a table would prove nothing.
  let hasTable = page.tags.contains { $0.name == "table" }
  let cells = page.cells.count { $0.utf8.elementsEqual(asText(name).utf8) }
  let expected = harmless.cells.count { $0 == harmlessName }
  if cells != expected || (hasTable && cells == 0) {
    differences.append("\(cells) of \(expected) cells are '\(asText(name))': \(page.cells)")
  }
  return differences
}

extension MarkupScan.Tag: CustomStringConvertible {
  var description: String { "<\(([name] + attributes).joined(separator: " "))>" }
}

/// Characters that HTML does not allow are shown as missing ones.
private func asText(_ name: String) -> String {
  var text = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    let isAllowed =
      scalar.value >= 32 && scalar.value != 127 || "\t\n\r".unicodeScalars.contains(scalar)
    text.append(isAllowed ? scalar : "\u{FFFD}")
  }
  return String(text)
}

/// A relative address, or one of this page.
private func isHarmless(_ address: String) -> Bool {
  let path = address.prefix { !"?#".contains($0) }
  return !path.contains(":") && !path.hasPrefix("/") && !path.contains("\\")
}

/// The cells that a spreadsheet would run.
private func formulas(in file: String) -> [String] {
  var found: [String] = []
  var isQuoted = false
  var isStart = true
  for scalar in file.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
    if scalar == "\"" {
      isQuoted.toggle()
      continue
    }
    if isStart, "=+-@\t\r".unicodeScalars.contains(scalar), isQuoted || scalar != "\r" {
      found.append(String(scalar))
    }
    isStart = !isQuoted && (scalar == "," || scalar == "\n")
  }
  return found
}
