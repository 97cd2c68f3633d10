import Foundation
import SourceText

/// Why a workbook folder could not be read.
package enum WorkbookFolderError: Error, Hashable {
  /// The folder has no `tokenbook.yml`.
  case notAWorkbook(folder: String)
  case unreadable(path: String)
  /// Every mistake of every file.
  case mistakes(Diagnostics)
}

extension WorkbookFolderError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .notAWorkbook(let folder):
      "no tokenbook.yml in '\(folder)'"
    case .unreadable(let path):
      "cannot read '\(path)'"
    case .mistakes(let mistakes):
      mistakes.all.count == 1
        ? "a mistake in the workbook's files"
        : "\(mistakes.all.count) mistakes in the workbook's files"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .notAWorkbook:
      "run 'tokenbook init' in an empty folder, or name the workbook folder: '--workbook DIR'"
    case .unreadable(let path):
      "make '\(path)' a file that you may read"
    case .mistakes(let mistakes):
      mistakes.all.first.map { "correct \($0.file) first: \($0.remedy)" }
    }
  }
}
