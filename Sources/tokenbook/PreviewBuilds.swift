import Foundation
import Preview
import Publishing
import SourceText
import WorkbookFolder

/// The builds of one preview, into a folder of its own.
final class PreviewBuilds {
  /// Where the files are that the last build read.
  private(set) var paths: WatchedPaths
  private let common: CommonOptions
  private let scratch: String
  private let signals: StopSignals

  /// - Throws: `WorkbookFolderError.notAWorkbook`; other mistakes are for the page to show.
  init(
    of common: CommonOptions, into scratch: String, until signals: StopSignals
  ) throws(WorkbookFolderError) {
    self.common = common
    self.scratch = scratch
    self.signals = signals
    do throws(WorkbookFolderError) {
      paths = WatchedPaths(try readWorkbookFolder(at: common.folder))
    } catch {
      if case .notAWorkbook = error { throw error }
      let root = URL(filePath: common.folder).standardizedFileURL.path
      paths = WatchedPaths(
        workbook: root, templates: root + "/Templates", snapshot: root + "/snapshot.sqlite")
    }
  }

  var site: String { scratch + "/site" }

  /// - Returns: nil once the preview is to end.
  func build() -> BuildOutcome? {
    do {
      let workbook = try OpenWorkbook(common)
      paths = WatchedPaths(workbook.folder)
      let signals = signals
      let pages = try Building(workbook: workbook, asOf: nil).preview(
        site: site, cachePath: scratch + "/charges.sqlite",
        isUnwanted: { signals.isPending })
      return .built(pages: pages)
    } catch is CancellationError {
      return nil
    } catch {
      return .failed(BuildMistakes(count: mistakeCount(of: error), text: errorMessage(for: error)))
    }
  }
}

extension WatchedPaths {
  fileprivate init(_ folder: WorkbookFolder) {
    self.init(
      workbook: folder.root, templates: folder.settings.templates,
      snapshot: folder.settings.snapshot)
  }
}

private func mistakeCount(of error: any Error) -> Int {
  switch error {
  case let mistakes as Diagnostics: mistakes.all.count
  case WorkbookFolderError.mistakes(let mistakes): mistakes.all.count
  case PublishingError.invalidSite(_, let count): count
  default: 1
  }
}
