import Foundation

/// The files beside the sources: documents and fixtures.
enum Repository {
  /// Links on the way are followed, so that the tests may be built from anywhere.
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func url(_ path: String) -> URL {
    root.appending(path: path)
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }
}
