/// What metered model names stand for, and where their cached tokens lie.
package struct MeteredModels: Sendable {
  private let models: ModelCatalogue
  private let relationBySource: [String: CachedRelation]

  package init(_ book: PriceBook) {
    models = ModelCatalogue(book.models)
    relationBySource = book.cachedRelationBySource
  }

  /// What a metered model name stands for.
  package func model(of metered: String) -> ResolvedModel {
    models.resolve(metered)
  }

  /// Where the cached tokens of a model lie that a source metered: what the source says goes before
  /// what models.csv says (docs/decisions/0020-where-cached-tokens-lie.md).
  package func cachedRelation(of model: ResolvedModel, at source: String) -> CachedRelation {
    relationBySource[source] ?? model.relation
  }
}
