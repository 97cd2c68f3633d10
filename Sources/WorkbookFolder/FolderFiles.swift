import ContentHash
import Foundation

/// The files of a workbook folder that settings and prices are read from, as bytes.
package struct FolderFiles: Sendable {
  /// In the order they are read and reported.
  static let names = [
    "tokenbook.yml", "subscriptions.csv", "teams.csv", "features.csv", "models.csv", "rates.csv",
    "budgets.csv",
  ]

  private let contents: [String: [UInt8]]

  /// - Parameter contents: Bytes by file name; a file that is absent does not exist.
  package init(contents: [String: [UInt8]]) {
    self.contents = contents
  }

  package init(at root: String) throws(WorkbookFolderError) {
    var contents: [String: [UInt8]] = [:]
    for name in FolderFiles.names {
      let path = root + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do {
        contents[name] = [UInt8](try Data(contentsOf: URL(filePath: path)))
      } catch {
        throw .unreadable(path: path)
      }
    }
    self.contents = contents
  }

  /// What the files say, in no particular form.
  var texts: [String] {
    FolderFiles.names.compactMap { name in
      contents[name].map { String(decoding: $0, as: UTF8.self) }
    }
  }

  subscript(name: String) -> [UInt8]? { contents[name] }

  /// SHA-256 over names and bytes.
  var digest: String {
    var chunks: [[UInt8]] = []
    for name in FolderFiles.names {
      guard let bytes = contents[name] else { continue }
      // With its length, so that no two folders give the same chunks.
      chunks.append(Array("\(name)\0\(bytes.count)\0".utf8))
      chunks.append(bytes)
    }
    return sha256Hex(chunks: chunks)
  }
}
