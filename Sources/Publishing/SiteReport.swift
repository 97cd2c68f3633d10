/// What a validation looked at.
package struct SiteReport: Hashable, Sendable {
  package let files: Int
  package let pages: Int
  /// Links to files and places of the site itself.
  package let links: Int
  package let charts: Int
  /// Forbidden names that are too short to be told from ordinary text, and so were not looked for.
  package let namesTooShort: Int

  package init(files: Int, pages: Int, links: Int, charts: Int, namesTooShort: Int) {
    self.files = files
    self.pages = pages
    self.links = links
    self.charts = charts
    self.namesTooShort = namesTooShort
  }
}
