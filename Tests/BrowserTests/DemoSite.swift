import Foundation
import Testing

/// The site of the demo, built once by the real executable.
enum DemoSite {
  static func url() throws -> URL {
    try site.get()
  }

  private static let site: Result<URL, any Error> = Result {
    let demo = try scratchFolder().appending(path: "demo")
    // SwiftPM puts every product of a build beside the test bundle.
    let tokenbook = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "tokenbook")
    let outcome = try finished(tokenbook, ["demo", demo.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return demo.appending(path: "site")
  }

  /// The only asset whose name begins so, such as `theme-`.
  static func asset(_ prefix: String, of site: URL) throws -> URL {
    let assets = site.appending(path: "assets")
    let names = try FileManager.default.contentsOfDirectory(atPath: assets.path)
    let found = names.filter { $0.hasPrefix(prefix) }
    try #require(found.count == 1, "\(names)")
    return assets.appending(path: found[0])
  }

  /// A copy of the site to damage.
  static func copy() throws -> URL {
    let copy = try scratchFolder().appending(path: "site")
    try FileManager.default.copyItem(at: url(), to: copy)
    return copy
  }
}
