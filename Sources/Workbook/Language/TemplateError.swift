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
  case keyOfOtherKind(String, kind: String, kinds: [String])

  case unknownStep(String, known: [String])
  case emptyFence(String)
  case unnamedFence(String)
  case unfinishedFence
  case nestedStep(String)
  case unknownStructure(String, known: [String])
  case bareStructure(String)
  case malformedCondition(String)
  case unfinishedContainer(String)
  case strayEnd(String)
  case wrongEnd(String, innermost: String, opened: String)
  case tooDeep(limit: Int)
  case tooManyLines(limit: Int)
  case tooMuchIncluded(String, lines: Int, bytes: Int)
  case tooLarge(bytes: Int, limit: Int)
  case longLine(bytes: Int, limit: Int)
  case tooManyLinesTogether(limit: Int)
  case tooManyColumns(limit: Int)
  case tooManyQueries(limit: Int)
  case tooManySteps(limit: Int)
  case tooManyMistakes(limit: Int)
  case notInside(String, container: String)
  case columnCount(String)
  case tabCount(Int, limit: Int)
  case tabsWithoutHeading
  case tabsDiffer(String, first: String)
  case tabName(String)
  case misplacedStructure(String)
  case textBesideComment
  case unfinishedComment
  case unknownPartial(String, known: [String])
  case partialCycle([String])

  case malformedParameter(String)
  case parameterName(String)
  case parameterTaken(String)
  case parameterTwice(String, first: String)
  case choiceCount(Int, limit: Int)
  case choiceTwice(String)
  case longChoice(String, limit: Int)
  case tooManyToggles(limit: Int)
  case tooManyVariants(Int, limit: Int)
  case toggleNotHere(String)
  case toggleAlone(String)
  case toggleOutsideGroup(String, query: String)
  case filterWithoutGrid(query: String, column: String)
  case secondFilter(query: String, first: String)
  case html
  case image
  case linkDefinition
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
  case queryNamedTwice(String, first: String)
  case tableExpressionName(String)
  case unknownQuery(String, known: [String])
  case unknownSource(String, known: [String])
  case readsLaterQuery(String, reader: String)
  case tooManyReadings(String, limit: Int)
  case unknownParameter(String, known: [String])
  case limitWithoutOrder
  case sql(query: String, problem: String, remedy: String?)
  case rowCount(query: String, found: Int)
  case missingUnpriced(query: String, column: String)
  case missingPageColumn(String, query: String)
  case keyTwice(String)

  case unknownPage(String, known: [String])
  case refusedScheme(String)
  case movedFromPage(String)
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
    case .keyOfOtherKind(let key, let kind, _):
      "\(quoted(key)) means nothing to a \(kind) chart"
    case .unknownStep(let step, _): "unknown step \(quoted(step))"
    case .emptyFence(let fence): "the \(fence) is empty"
    case .unnamedFence(let fence): "this \(fence) does not say which query it is about"
    case .unfinishedFence: "the fence is never closed"
    case .nestedStep(let fence): "a \(fence) step stands inside another block"
    case .unknownStructure(let word, _): "unknown structure \(quoted(word))"
    case .bareStructure(let word): "\(quoted(word)) does not say what"
    case .malformedCondition(let text): "not a condition: \(quoted(text))"
    case .unfinishedContainer(let word): "\(quoted(word)) is never closed"
    case .strayEnd(let word): "\(quoted("/" + word)) closes nothing"
    case .wrongEnd(let word, let innermost, let opened):
      "\(quoted("/" + word)) stands where the \(quoted(innermost)) of \(opened) is open"
    case .tooDeep(let limit): "blocks stand more than \(limit) deep inside each other"
    case .tooManyLines(let limit): "the template has more than \(limit) lines"
    case .tooMuchIncluded(let name, let lines, let bytes):
      "with the partial \(quoted(name)) the page has more than \(lines) lines or \(bytes) bytes"
    case .tooLarge(let bytes, let limit): "the template has \(bytes) bytes, more than \(limit)"
    case .longLine(let bytes, let limit): "the line has \(bytes) bytes, more than \(limit)"
    case .tooManyLinesTogether(let limit):
      "more than \(limit) lines follow each other without a blank one"
    case .tooManyColumns(let limit): "the table has more than \(limit) columns"
    case .tooManyQueries(let limit): "the page has more than \(limit) queries"
    case .tooManySteps(let limit): "the page has more than \(limit) steps"
    case .tooManyMistakes(let limit): "there are more than \(limit) mistakes"
    case .notInside(let part, let container): "a \(part) cannot stand inside \(container)"
    case .columnCount(let text): "'columns' cannot be \(quoted(text))"
    case .tabCount(let count, _): "these tabs have \(count) '###' headings"
    case .tabsWithoutHeading: "tabs begin with a '###' heading"
    case .tabsDiffer(let name, _): "these tabs \(quoted(name)) have other headings than the first"
    case .tabName(let name): "\(quoted(name)) is not the name of a tab"
    case .misplacedStructure(let word): "\(quoted(word)) stands beside or inside other text"
    case .textBesideComment: "text stands beside a comment"
    case .unfinishedComment: "the comment is never closed"
    case .unknownPartial(let name, _): "no partial \(quoted(name))"
    case .partialCycle(let names):
      "a partial includes itself: \(names.joined(separator: " → "))"
    case .malformedParameter(let text): "not a parameter: \(quoted(text))"
    case .parameterName(let name): "\(quoted(name)) is not a parameter name"
    case .parameterTaken(let name): "the name \(quoted(name)) is taken"
    case .parameterTwice(let name, _): "a second parameter \(quoted(name))"
    case .choiceCount(let count, _): "a toggle cannot have \(count) choices"
    case .choiceTwice(let value): "the choice \(quoted(value)) stands twice"
    case .longChoice(let value, let limit):
      "the choice \(quoted(value)) is longer than \(limit) characters"
    case .tooManyToggles(let limit): "a page cannot have more than \(limit) toggles and tabs"
    case .tooManyVariants(let count, _): "this needs \(count) variants"
    case .toggleNotHere(let name): "this text would depend on the toggle \(quoted(name))"
    case .toggleAlone(let name): "the toggle \(quoted(name)) is no condition by itself"
    case .toggleOutsideGroup(let name, let query):
      "the query \(quoted(query)) depends on the toggle \(quoted(name)), which is not known here"
    case .secondFilter(let query, _): "a second filter of \(quoted(query))"
    case .filterWithoutGrid(let query, let column):
      "no grid of \(quoted(query)) shows \(quoted(column)), so there is nothing to filter"
    case .html: "HTML is not part of the template language"
    case .image: "images are not part of the template language"
    case .linkDefinition: "link definitions are not part of the template language"
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
      name == reader
        ? "the query \(quoted(name)) reads itself"
        : "the query \(quoted(reader)) reads \(quoted(name)), which does not come before it"
    case .tooManyReadings(let name, let limit):
      "the query \(quoted(name)) comes to more than \(limit) selects with all that it reads"
    case .unknownParameter(let name, _): "unknown parameter \(quoted(":" + name))"
    case .limitWithoutOrder: "'limit' without 'order by'"
    case .sql(let query, let problem, _): "the query \(quoted(query)) failed: \(problem)"
    case .rowCount(let query, let found):
      "\(quoted(query)) has \(found) rows, where exactly one is needed"
    case .missingUnpriced(let query, let column):
      "\(quoted(query)) shows the money in \(quoted(column)) without saying what has no price"
    case .missingPageColumn(let column, let query):
      "\(quoted(query)) has no column \(quoted(column)), which pages are made from"
    case .keyTwice(let name): "the key \(quoted(name)) stands twice"
    case .unknownPage(let target, _): "no page \(quoted(target))"
    case .refusedScheme(let target): "links like \(quoted(target)) are not allowed"
    case .movedFromPage(let path): "\(quoted(path)) has not moved: it is a page"
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
    case .keyOfOtherKind(let key, _, let kinds):
      "remove it; '\(key)' belongs to \(kinds.joined(separator: ", "))"
    case .unknownStep(let step, let known): suggestion(for: step, in: known, of: "steps")
    case .emptyFence(let fence): "write the \(fence) between the fences, or remove them"
    case .unnamedFence(let fence): "write '```\(fence) NAME'"
    case .unfinishedFence: "add a line '```'"
    case .nestedStep: "move it to the left edge, out of the list or quotation"
    case .unknownStructure(let word, let known): suggestion(for: word, in: known, of: "structure")
    case .bareStructure(let word): "write '<!-- \(word): … -->'"
    case .malformedCondition:
      "write '<!-- when: query.column -->' or '<!-- when: toggle == choice -->'"
    case .unfinishedContainer(let word): "add '<!-- /\(word) -->'"
    case .strayEnd(let word): "remove it, or add '<!-- \(word): … -->' above"
    case .wrongEnd(_, let innermost, _): "close that first, with '<!-- /\(innermost) -->'"
    case .tooDeep: "write the page with less nesting"
    case .tooManyLines(let limit): "split the page; a template has at most \(limit) lines"
    case .tooMuchIncluded: "include less"
    case .tooLarge(_, let limit): "split the page; a template has at most \(limit) bytes"
    case .longLine(_, let limit): "break it into lines of at most \(limit) bytes"
    case .tooManyLinesTogether: "put a blank line between them"
    case .tooManyColumns: "show fewer, or offer the rows as a 'download'"
    case .tooManyQueries, .tooManySteps: "make a second page"
    case .tooManyMistakes: "correct those that are listed first"
    case .notInside: "move it out"
    case .columnCount: "write '<!-- columns: 2 -->' or '<!-- columns: 3 -->'"
    case .tabCount(_, let limit): "write one '### …' for each tab, 2 to \(limit) of them"
    case .tabsWithoutHeading: "move what stands before it above '<!-- tabs: … -->'"
    case .tabsDiffer(_, let first):
      "use the headings of \(first), with which these switch together, or another name"
    case .tabName: "write words without values: a tab has one name on every page"
    case .misplacedStructure, .textBesideComment:
      "give the comment a line of its own at the left edge"
    case .unfinishedComment: "add '-->'"
    case .unknownPartial(let name, let known):
      known.isEmpty
        ? "write the file '_\(name).md'" : suggestion(for: name, in: known, of: "partials")
    case .partialCycle: "remove one of these includes"
    case .malformedParameter:
      "write 'measure: toggle cost \"Cost\" | tokens \"Tokens\" = cost', or "
        + "'feature: filter query.column'"
    case .parameterName, .queryName:
      "use at most \(TemplateLimits.nameLength) lower-case letters, digits and _, beginning with a letter"
    case .parameterTaken: "use a name that is no query, no date and not the page's row"
    case .parameterTwice(_, let first): "rename one; the first is in \(first)"
    case .choiceCount(_, let limit): "write 2 to \(limit) choices, with '|' between them"
    case .choiceTwice: "keep one of them"
    case .longChoice: "write a short word, and what readers see in quotes after it"
    case .tooManyToggles: "make a second page"
    case .tooManyVariants(_, let limit):
      "use fewer toggles in one step, or fewer choices: at most \(limit) variants"
    case .toggleNotHere:
      "use it in steps, paragraphs and lists; headings, notes and titles of pages are the same "
        + "for every choice"
    case .toggleAlone(let name): "write '<!-- when: \(name) == choice -->'"
    case .toggleOutsideGroup(let name, _):
      "move it to where \(quoted(name)) is declared, or declare that outside 'group' and 'when'"
    case .secondFilter(_, let first): "keep one; the first is in \(first)"
    case .filterWithoutGrid(let query, _): "add the column to a '```grid \(query)'"
    case .html: "write Markdown; structure is given by comments, pictures by steps"
    case .image: "remove the image; pictures are drawn by 'chart'"
    case .linkDefinition: "write the address beside its words: [words](address)"
    case .noSentence: "add a '##' heading that is a sentence with the number in it"
    case .secondPageName: "use '##' for sentences; a page has one '#' at most"
    case .malformedValue: "write {{path | format}}, such as {{spent.cost | money}}"
    case .unfinishedValue: "close it with '}}' on the same line"
    case .unknownPath(let path, let known): suggestion(for: path, in: known, of: "values")
    case .unknownColumn(let column, _, let known):
      suggestion(for: column, in: known, of: "columns")
    case .unknownFormat(let format, let known): suggestion(for: format, in: known, of: "formats")
    case .unformattable(_, let remedy): remedy
    case .queryNamedLikeView: "give the query another name"
    case .queryNamedTwice(_, let first): "rename one; the first is in \(first)"
    case .tableExpressionName: "give the table expression another name"
    case .unknownQuery(let name, let known):
      known.isEmpty
        ? "write the query between '```sql \(name)' and '```'"
        : suggestion(for: name, in: known, of: "queries")
    case .unknownSource(let name, let known):
      suggestion(for: name, in: known, of: "queries and views")
    case .readsLaterQuery(let name, let reader):
      name == reader
        ? "read a view or an earlier query"
        : "a query can only read earlier ones: move '\(name)' up"
    case .tooManyReadings: "read each query and table expression once, and what they read too"
    case .unknownParameter(let name, let known):
      known.isEmpty
        ? "declare the toggle '\(name)' in a 'params' fence"
        : suggestion(for: name, in: known, of: "parameters")
    case .limitWithoutOrder: "add 'order by …' before it, so that it always keeps the same rows"
    case .sql(_, _, let remedy): remedy ?? "correct the query"
    case .rowCount: "aggregate, or pick one row with 'order by … limit 1'"
    case .missingUnpriced(let query, _):
      "add 'sum(unpriced_tokens) as unpriced_tokens' to the query '\(query)'"
    case .missingPageColumn(let column, _): "select it as '\(column)'"
    case .keyTwice: "keep one of them"
    case .unknownPage(let target, let known): suggestion(for: target, in: known, of: "pages")
    case .refusedScheme: "use https:, http:, mailto:, a page or '#…'"
    case .movedFromPage: "remove the line, or write the old address before the colon"
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
