import Foundation
import SourceText
import Tables

/// Runs the queries of templates with the parameters that they bind.
struct QueryRunner: Sendable {
  private let query: Query
  /// The parameters that every page has.
  private let standard: [String: Cell]

  init(facts: SiteFacts, query: @escaping Query) {
    self.query = query
    standard = [
      "as_of": .text(facts.asOf.description),
      "this_month": .text(facts.thisMonth.description),
      "last_month": .text(facts.lastMonth.description),
    ]
  }

  /// - Parameters:
  ///   - keys: The parameters of the page's keys.
  ///   - choices: What the toggles stand at.
  ///   - earlier: The rows of all queries that this one reads; nil runs them with it.
  /// - Throws: a diagnostic with the place in the template.
  func table(
    of compiled: CompiledQuery, keys: [String: Cell] = [:], choices: [String: String] = [:],
    earlier: [NamedRows]? = nil, in file: SourceFile
  ) throws(Diagnostic) -> Table {
    var bound: [String: Cell] = [:]
    for name in compiled.parameters {
      bound[name] = choices[name].map(Cell.text) ?? keys[name] ?? standard[name]
    }
    do {
      return try query(earlier == nil ? compiled.sql : compiled.ownSQL, bound, earlier ?? [])
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw diagnostic(for: error, of: compiled, in: file)
    }
  }

  /// Points at the word of the query that the problem names, where it names one.
  private func diagnostic(
    for error: any Error, of compiled: CompiledQuery, in file: SourceFile
  ) -> Diagnostic {
    let problem = problem(of: error)
    let words = Set(
      problem.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }.map(String.init))
    let ordinary: Set = ["near", "column", "table", "function", "no", "such", "error", "syntax"]
    let named = compiled.definition.tokens.first { token in
      token.kind == .name && words.contains(token.text) && !ordinary.contains(token.text)
    }
    return Diagnostic(
      .sql(
        query: compiled.name, problem: problem,
        remedy: (error as? any LocalizedError)?.recoverySuggestion), in: file,
      at: named.map(compiled.definition.position(of:)) ?? compiled.definition.position)
  }
}
