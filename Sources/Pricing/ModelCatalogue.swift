/// What a metered model name stands for.
package struct ResolvedModel: Hashable, Sendable {
  /// The `model` of models.csv, or the metered name where no row matches.
  package let id: String
  /// nil where models.csv gives none.
  package let name: String?
  package let relation: CachedRelation
}

/// The rules of models.csv, ready to be looked up, above the built-in cached relations.
package struct ModelCatalogue: Sendable {
  private let exact: [String: ModelRule]
  private let longestPrefixFirst: [(prefix: String, rule: ModelRule)]

  package init(_ rules: [ModelRule]) {
    let patterns = rules.filter { $0.metered.hasSuffix("*") }
    let names = rules.filter { !$0.metered.hasSuffix("*") }
    exact = Dictionary(names.map { ($0.metered, $0) }) { first, _ in first }
    longestPrefixFirst = patterns.map { (prefix: String($0.metered.dropLast()), rule: $0) }
      .sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }
  }

  /// An exact `metered` beats the longest `*` prefix; the matching rule alone says where cached
  /// tokens lie, and the built-in relations do where no rule matches.
  package func resolve(_ metered: String) -> ResolvedModel {
    guard let rule = exact[metered] ?? prefixRule(for: metered) else {
      return ResolvedModel(id: metered, name: nil, relation: builtInRelation(of: metered))
    }
    return ResolvedModel(
      id: rule.model, name: rule.name.isEmpty ? nil : rule.name, relation: rule.cached)
  }

  private func prefixRule(for metered: String) -> ModelRule? {
    longestPrefixFirst.first { metered.utf8.starts(with: $0.prefix.utf8) }?.rule
  }
}

private func builtInRelation(of metered: String) -> CachedRelation {
  builtInCachedRelations.first { metered.utf8.starts(with: $0.prefix.utf8) }?.relation ?? .unknown
}
