import Foundation
import Pricing
import SourceText

/// What a workbook folder's owners have written down: settings, who pays, what it costs.
package struct WorkbookFolder: Sendable {
  /// The folder's absolute path.
  package let root: String
  package let settings: Settings
  package let book: PriceBook
  /// SHA-256 over the names and bytes of all files read: another digest, another workbook.
  package let digest: String
  /// What the files say, in no particular form.
  package let texts: [String]
}

/// Reads and checks every file of a workbook folder.
/// - Throws: All mistakes of all files at once.
package func readWorkbookFolder(at root: String) throws(WorkbookFolderError) -> WorkbookFolder {
  let folder = URL(filePath: root).standardizedFileURL.path
  return try readWorkbookFolder(FolderFiles(at: folder), root: folder)
}

/// - Parameter root: The folder's absolute path, for the paths in the settings.
package func readWorkbookFolder(
  _ files: FolderFiles, root: String
) throws(WorkbookFolderError) -> WorkbookFolder {
  guard files["tokenbook.yml"] != nil else { throw .notAWorkbook(folder: root) }
  var mistakes: [Diagnostic] = []

  let (settings, currency) =
    sourceFile("tokenbook.yml", in: files, mistakes: &mistakes)
    .map { readSettings($0, root: root, mistakes: &mistakes) } ?? (nil, nil)
  require(SubscriptionColumn.self, in: "subscriptions.csv", of: files, mistakes: &mistakes)
  // Read before the files that name teams, reported after the first of them is.
  var teamMistakes: [Diagnostic] = []
  let teams = sourceFile("teams.csv", in: files, mistakes: &teamMistakes)
    .flatMap { readTeams($0, mistakes: &teamMistakes) }
  let knownTeams = teams.map(KnownTeams.init)
  let subscriptions = sourceFile("subscriptions.csv", in: files, mistakes: &mistakes)
    .map { readSubscriptions($0, teams: knownTeams, mistakes: &mistakes) }
  mistakes += teamMistakes
  let features = sourceFile("features.csv", in: files, mistakes: &mistakes)
    .map { readFeatures($0, mistakes: &mistakes) }
  let models = sourceFile("models.csv", in: files, mistakes: &mistakes)
    .map { readModels($0, mistakes: &mistakes) }
  require(RateColumn.self, in: "rates.csv", of: files, mistakes: &mistakes)
  let rates = sourceFile("rates.csv", in: files, mistakes: &mistakes)
    .map { readRates($0, teams: knownTeams, currency: currency, mistakes: &mistakes) }
  let budgets = sourceFile("budgets.csv", in: files, mistakes: &mistakes)
    .map { readBudgets($0, teams: knownTeams, currency: currency, mistakes: &mistakes) }

  guard mistakes.isEmpty, let settings else { throw .mistakes(Diagnostics(all: mistakes)) }
  let book = PriceBook(
    membership: Membership(subscriptions: subscriptions ?? [], teams: teams ?? []),
    models: models ?? [], features: features ?? [], rates: rates ?? [], budgets: budgets ?? [],
    cachedRelationBySource: cachedRelations(statedBy: settings.sources))
  return WorkbookFolder(
    root: root, settings: settings, book: book, digest: files.digest, texts: files.texts)
}

/// - Returns: nil where the file does not exist or, which is reported, is not text.
private func sourceFile(
  _ name: String, in files: FolderFiles, mistakes: inout [Diagnostic]
) -> SourceFile? {
  guard let bytes = files[name] else { return nil }
  do {
    return try SourceFile(name: name, bytes: bytes)
  } catch {
    mistakes.append(error.hidingSecrets(in: String(decoding: bytes, as: UTF8.self)))
    return nil
  }
}

private func require<Column: TableColumn>(
  _ columns: Column.Type, in name: String, of files: FolderFiles, mistakes: inout [Diagnostic]
) {
  guard files[name] == nil else { return }
  let header = Column.allCases.map(\.rawValue).joined(separator: ",")
  mistakes.append(
    Diagnostic(
      "the file is missing", in: SourceFile(name: name, text: ""), at: nil,
      remedy: "create it with the line: \(header)"))
}
