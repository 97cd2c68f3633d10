import UsageModel

/// The UTC day that an exported file's folders name, as in `…/y=2026/m=11/d=22/h=09/m=05/PT05M.json`.
///
/// - Returns: nil where its path names none.
func folderDay(ofPath path: String) -> CalendarDay? {
  let folders = path.split(separator: "/").dropLast()
  for start in folders.indices.dropLast(2) {
    guard let year = number(of: folders[start], after: "y=", digits: 4),
      let month = number(of: folders[start + 1], after: "m=", digits: 2),
      let day = number(of: folders[start + 2], after: "d=", digits: 2)
    else { continue }
    return CalendarDay(year: year, month: month, day: day)
  }
  return nil
}

private func number(of folder: Substring, after prefix: String, digits: Int) -> Int? {
  guard folder.count == prefix.count + digits, folder.lowercased().hasPrefix(prefix),
    folder.dropFirst(prefix.count).allSatisfy({ $0.isASCII && $0.isNumber })
  else { return nil }
  return Int(folder.dropFirst(prefix.count))
}
