/// A finished file of the site.
package struct SiteFile: Hashable, Sendable {
  /// Relative to the site's root, such as `teams/sales/index.html`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
