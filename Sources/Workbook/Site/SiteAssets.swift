import ContentHash

/// Files that all pages share, under names that change with their bytes: a browser may keep them.
struct SiteAssets: Sendable {
  /// From the site's root.
  struct Paths: Hashable, Sendable {
    let stylesheet: String
    let script: String
    /// One name for good: its bytes change with every new page, the pages of closed months do not.
    let searchIndex = "assets/search.js"
    /// nil without a logo.
    let logo: String?
  }

  let files: [SiteFile]
  let paths: Paths

  init(_ theme: Theme) {
    let stylesheet = asset("theme", "css", theme.stylesheet)
    let script = asset("tokenbook", "js", theme.script)
    let logo = theme.logo.map { asset("logo", $0.fileExtension, $0.bytes) }
    files = [stylesheet, script, logo].compactMap { $0 }
    paths = Paths(stylesheet: stylesheet.path, script: script.path, logo: logo?.path)
  }
}

private func asset(_ name: String, _ fileExtension: String, _ bytes: [UInt8]) -> SiteFile {
  SiteFile(path: "assets/\(name)-\(sha256Hex(bytes).prefix(8)).\(fileExtension)", bytes: bytes)
}
