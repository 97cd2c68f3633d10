/// Where a file lies in the site, such as `teams/sales/index.html`.
struct PagePath: Hashable, Sendable {
  /// The path without `index.html`: `["teams", "sales"]`; empty for the overview.
  let folder: [String]

  init(folder: [String]) {
    self.folder = folder
  }

  /// The page written by a template without `for-each`.
  init(templateName: String) {
    let name = templateName.split(separator: "/").last.map(String.init) ?? templateName
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    folder = stem == "overview" || stem == "index" ? [] : [stem]
  }

  var file: String { (folder + ["index.html"]).joined(separator: "/") }

  /// A file beside the page.
  func sibling(_ name: String) -> String { (folder + [name]).joined(separator: "/") }

  /// What has to stand before a path from the site's root: `../../`.
  var toRoot: String { String(repeating: "../", count: folder.count) }
}
