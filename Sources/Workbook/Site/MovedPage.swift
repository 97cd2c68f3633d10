import SourceText

/// A page that has another address now. At the old one stands a page that leads to the new one.
package struct MovedPage: Hashable, Sendable {
  /// From the front page on.
  let from: PagePath
  let to: PagePath
  /// Where it is written.
  let file: SourceFile
  let position: SourcePosition

  package init(from: [String], to: [String], file: SourceFile, position: SourcePosition) {
    self.from = PagePath(folder: from)
    self.to = PagePath(folder: to)
    self.file = file
    self.position = position
  }

  /// The page at the old address; browsers follow it without a script and without a server.
  func siteFile(_ site: SiteScope) -> SiteFile {
    let target = from.toRoot + to.file
    var html = HTMLBuffer()
    html.append(markup: "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.append(
      markup: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.append(markup: "<meta name=\"robots\" content=\"noindex, nofollow\">\n")
    html.append(markup: "<meta http-equiv=\"refresh\" content=\"0; url=")
    html.append(text: target)
    html.append(markup: "\">\n<title>")
    html.append(text: "This page has moved · " + site.facts.organisation)
    html.append(markup: "</title>\n<link rel=\"stylesheet\" href=\"")
    html.append(text: from.toRoot + site.assets.stylesheet)
    html.append(markup: "\">\n</head>\n<body>\n<div class=\"page\">\n<main>\n")
    html.append(markup: "<h1>This page has moved</h1>\n<p><a href=\"")
    html.append(text: target)
    html.append(markup: "\">It stands here now.</a></p>\n</main>\n</div>\n</body>\n</html>\n")
    return SiteFile(path: from.file, bytes: html.bytes)
  }
}

/// What is wrong with addresses that have moved: the old one is a page, the new one is none.
func mistakes(of moved: [MovedPage], pages: Set<PagePath>) -> [Diagnostic] {
  let known = pages.map(address).sorted()
  return moved.compactMap { page in
    let error: TemplateError? =
      if pages.contains(page.from) {
        .movedFromPage(address(page.from))
      } else if !pages.contains(page.to) {
        .unknownPage(address(page.to), known: known)
      } else {
        nil
      }
    return error.map { Diagnostic($0, in: page.file, at: page.position) }
  }
}

/// As links name it; `.` is the front page.
private func address(_ page: PagePath) -> String {
  page.folder.isEmpty ? "." : page.folder.joined(separator: "/")
}
