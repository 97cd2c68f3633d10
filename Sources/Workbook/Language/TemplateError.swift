import Foundation
import SourceText

/// What is wrong with a template. Where it stands is the diagnostic's part.
enum TemplateError: Error, Hashable, Sendable {
  case missingTitle
  case unfinishedFrontMatter
  case unknownKey(String, known: [String])
  case missingKey(String, of: String)
  case wrongKind(key: String, expected: String, found: String)
  case unknownChoice(String, key: String, known: [String])
  case notAList(of: String)

  case unknownStep(String, known: [String])
  case emptyFence(String)
  case unnamedFence(String)
  case unfinishedFence
  case nestedStep(String)
  case unknownStructure(String, known: [String])
  case unfinishedWhen
  case strayEnd(String)
  case html
  case image
  case noSentence
  case secondPageName

  case malformedValue(String)
  case unfinishedValue
  case unknownPath(String, known: [String])
  case unknownColumn(String, of: String, known: [String])
  case unknownFormat(String, known: [String])
  case unformattable(String, remedy: String)

  case queryName(String)
  case queryNamedLikeView(String)
  case queryNamedTwice(String, firstLine: Int)
  case tableExpressionName(String)
  case unknownQuery(String, known: [String])
  case unknownSource(String, known: [String])
  case readsLaterQuery(String, reader: String)
  case unknownParameter(String, known: [String])
  case limitWithoutOrder
  case sql(query: String, problem: String, remedy: String?)
  case rowCount(query: String, found: Int)
  case missingUnpriced(query: String, column: String)
  case missingPageColumn(String, query: String)

  case unknownPage(String, known: [String])
  case refusedScheme(String)
  case duplicatePath(String, other: String)
  case unknownSlot(String, known: [String])
  case twoTemplatesOfOneName
}

extension TemplateError: LocalizedError {
  var errorDescription: String? {
    switch self {
    case .missingTitle: "the page has no title"
    case .unfinishedFrontMatter: "the front matter is never closed"
    case .unknownKey(let key, _): "unknown key \(quoted(key))"
    case .missingKey(let key, let step): "the \(step) has no \(quoted(key))"
    case .wrongKind(let key, let expected, let found):
      "\(quoted(key)) must be \(expected), not \(found)"
    case .unknownChoice(let choice, let key, _): "unknown \(key) \(quoted(choice))"
    case .notAList(let step): "the \(step) is not a list of mappings"
    case .unknownStep(let step, _): "unknown step \(quoted(step))"
    case .emptyFence(let fence): "the \(fence) is empty"
    case .unnamedFence(let fence): "this \(fence) does not say which query it is about"
    case .unfinishedFence: "the fence is never closed"
    case .nestedStep(let fence): "a \(fence) step stands inside another block"
    case .unknownStructure(let word, _): "unknown structure \(quoted(word))"
    case .unfinishedWhen: "'when' is never closed"
    case .strayEnd(let word): "\(quoted("/" + word)) closes nothing"
    case .html: "HTML is not part of the template language"
    case .image: "images are not part of the template language"
    case .noSentence: "the page has no headline sentence"
    case .secondPageName: "a second '#' heading"
    case .malformedValue(let text): "not a value: \(quoted("{{" + text + "}}"))"
    case .unfinishedValue: "'{{' is never closed"
    case .unknownPath(let path, _): "unknown value \(quoted(path))"
    case .unknownColumn(let column, let query, _):
      "\(quoted(query)) has no column \(quoted(column))"
    case .unknownFormat(let format, _): "unknown format \(quoted(format))"
    case .unformattable(let problem, _): problem
    case .queryName(let name): "\(quoted(name)) is not a query name"
    case .queryNamedLikeView(let name): "the query \(quoted(name)) is named like a view"
    case .queryNamedTwice(let name, _): "a second query \(quoted(name))"
    case .tableExpressionName(let name):
      "the table expression \(quoted(name)) is named like a view or a query"
    case .unknownQuery(let name, _): "unknown query \(quoted(name))"
    case .unknownSource(let name, _): "unknown query or view \(quoted(name))"
    case .readsLaterQuery(let name, let reader):
      "the query \(quoted(reader)) reads \(quoted(name)), which does not come before it"
    case .unknownParameter(let name, _): "unknown parameter \(quoted(":" + name))"
    case .limitWithoutOrder: "'limit' without 'order by'"
    case .sql(let query, let problem, _): "the query \(quoted(query)) failed: \(problem)"
    case .rowCount(let query, let found):
      "\(quoted(query)) has \(found) rows, where exactly one is needed"
    case .missingUnpriced(let query, let column):
      "\(quoted(query)) shows the money in \(quoted(column)) without saying what has no price"
    case .missingPageColumn(let column, let query):
      "\(quoted(query)) has no column \(quoted(column)), which pages are made from"
    case .unknownPage(let target, _): "no page \(quoted(target))"
    case .refusedScheme(let target): "links like \(quoted(target)) are not allowed"
    case .duplicatePath(let path, let other): "\(quoted(path)) is also written by \(other)"
    case .unknownSlot(let name, _): "unknown slot \(quoted(name))"
    case .twoTemplatesOfOneName: "two templates have this name"
    }
  }

  var recoverySuggestion: String? {
    switch self {
    case .missingTitle: "add 'title: …' to the front matter"
    case .unfinishedFrontMatter: "end the front matter with a line '---'"
    case .unknownKey(let key, let known): suggestion(for: key, in: known, of: "keys")
    case .missingKey(let key, _): "add '\(key): …'"
    case .wrongKind(let key, let expected, _): "write \(expected) after '\(key):'"
    case .unknownChoice(let choice, let key, let known):
      suggestion(for: choice, in: known, of: key == "type" ? "types" : "choices")
    case .notAList: "write one '- label: …' per line"
    case .unknownStep(let step, let known): suggestion(for: step, in: known, of: "steps")
    case .emptyFence(let fence): "write the \(fence) between the fences, or remove them"
    case .unnamedFence(let fence): "write '```\(fence) NAME'"
    case .unfinishedFence: "add a line '```'"
    case .nestedStep: "move it to the left edge, out of the list or quotation"
    case .unknownStructure(let word, let known): suggestion(for: word, in: known, of: "structure")
    case .unfinishedWhen: "add '<!-- /when -->'"
    case .strayEnd: "remove it, or add '<!-- when: query.column -->' above"
    case .html: "write Markdown; comments that give structure are question and when"
    case .image: "remove the image; pictures are drawn by 'chart'"
    case .noSentence: "add a '##' heading that is a sentence with the number in it"
    case .secondPageName: "use '##' for sentences; a page has one '#' at most"
    case .malformedValue: "write {{path | format}}, such as {{spent.cost | money}}"
    case .unfinishedValue: "close it with '}}' on the same line"
    case .unknownPath(let path, let known): suggestion(for: path, in: known, of: "values")
    case .unknownColumn(let column, _, let known):
      suggestion(for: column, in: known, of: "columns")
    case .unknownFormat(let format, let known): suggestion(for: format, in: known, of: "formats")
    case .unformattable(_, let remedy): remedy
    case .queryName: "use lower-case letters, digits and _, beginning with a letter"
    case .queryNamedLikeView: "give the query another name"
    case .queryNamedTwice(_, let line): "rename one; the first is in line \(line)"
    case .tableExpressionName: "give the table expression another name"
    case .unknownQuery(let name, let known): suggestion(for: name, in: known, of: "queries")
    case .unknownSource(let name, let known):
      suggestion(for: name, in: known, of: "queries and views")
    case .readsLaterQuery(let name, _): "a query can only read earlier ones: move '\(name)' up"
    case .unknownParameter(let name, let known):
      suggestion(for: name, in: known, of: "parameters")
    case .limitWithoutOrder: "add 'order by …' before it, so that it always keeps the same rows"
    case .sql(_, _, let remedy): remedy ?? "correct the query"
    case .rowCount: "aggregate, or pick one row with 'order by … limit 1'"
    case .missingUnpriced(let query, _):
      "add 'sum(unpriced_tokens) as unpriced_tokens' to the query '\(query)'"
    case .missingPageColumn(let column, _): "select it as '\(column)'"
    case .unknownPage(let target, let known): suggestion(for: target, in: known, of: "pages")
    case .refusedScheme: "use https:, http:, mailto:, a page or '#…'"
    case .duplicatePath: "rename one of the templates"
    case .unknownSlot(let name, let known): suggestion(for: name, in: known, of: "slots")
    case .twoTemplatesOfOneName: "keep one of them"
    }
  }
}

extension Diagnostic {
  init(_ error: TemplateError, in file: SourceFile, at position: SourcePosition?) {
    self.init(
      error.errorDescription ?? "", in: file, at: position,
      remedy: error.recoverySuggestion ?? "")
  }
}
