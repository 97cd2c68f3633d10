import SourceText
import WorkbookFolder

/// A small folder without mistakes; tests replace single files.
let sampleFiles: [String: String] = [
  "tokenbook.yml": """
  title: AI usage and cost
  organisation: Contoso
  currency: EUR
  time_zone: Europe/Berlin

  """,
  "subscriptions.csv": "subscription,team,name,valid_from,valid_to\n",
  "rates.csv": rateHeader,
]

let rateHeader =
  "model,feature,subscription,team,token_class,price,per,currency,valid_from,valid_to,agreed_by,"
  + "agreed_on,document\n"

/// Reads the sample folder with some files replaced, added or, where nil, taken away.
func read(_ changes: [String: String?]) throws(WorkbookFolderError) -> WorkbookFolder {
  var contents: [String: [UInt8]] = [:]
  for (name, text) in sampleFiles { contents[name] = Array(text.utf8) }
  for (name, text) in changes { contents[name] = text.map { Array($0.utf8) } }
  return try readWorkbookFolder(FolderFiles(contents: contents), root: "/books/ai")
}

/// Everything that is printed about a folder with mistakes; nil where it has none.
func mistakes(_ changes: [String: String?]) -> String? {
  do {
    _ = try read(changes)
    return nil
  } catch .mistakes(let mistakes) {
    return mistakes.description
  } catch {
    return "\(error)"
  }
}
