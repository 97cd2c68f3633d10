/// Where a model's cached tokens lie.
package enum CachedRelation: String, CaseIterable, Hashable, Sendable {
  /// Part of the prompt count, as with OpenAI's models.
  case inside
  /// Not part of the prompt count, as with Anthropic's models.
  case beside
  case unknown
}

/// One row of models.csv: what a metered model name stands for.
package struct ModelRule: Hashable, Sendable {
  /// As sent; a `*` at the end matches any ending.
  package let metered: String
  package let model: String
  package let name: String
  package let cached: CachedRelation

  package init(metered: String, model: String, name: String, cached: CachedRelation) {
    self.metered = metered
    self.model = model
    self.name = name
    self.cached = cached
  }
}

/// One row of features.csv.
package struct FeatureName: Hashable, Sendable {
  package let feature: String
  package let name: String
  package let owner: String

  package init(feature: String, name: String, owner: String) {
    self.feature = feature
    self.name = name
    self.owner = owner
  }
}
