import Foundation
import SourceText
import WorkbookFolder

/// A workbook folder on the disk, for settings that name a file; removed with the test.
final class FolderOnDisk: Sendable {
  private let url: URL

  init(_ files: [String: Data]) throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "tokenbook-folder-\(UUID().uuidString)", directoryHint: .isDirectory)
    for (path, bytes) in files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  /// The settings of the sample with one more line.
  func settings(_ line: String) throws(WorkbookFolderError) -> Settings {
    var contents: [String: [UInt8]] = [:]
    for (name, text) in sampleFiles { contents[name] = Array(text.utf8) }
    contents["tokenbook.yml"] = Array((sampleSettings + line + "\n").utf8)
    return try readWorkbookFolder(FolderFiles(contents: contents), root: path).settings
  }

  /// Everything that is printed; nil where nothing is wrong.
  func mistakes(_ line: String) -> String? {
    do {
      _ = try settings(line)
      return nil
    } catch .mistakes(let mistakes) {
      return mistakes.description
    } catch {
      return "\(error)"
    }
  }
}
