import Pricing
import UsageModel

/// Where cached tokens lie at the sources whose kind settles it, by name. At the others, and at those
/// that are pulled, the model decides.
func cachedRelations(statedBy sources: [ConfiguredSource]) -> [String: CachedRelation] {
  var relations: [String: CachedRelation] = [:]
  for source in sources { relations[source.name] = source.files?.format.statedCachedRelation }
  return relations
}

extension SourceFormat {
  fileprivate var statedCachedRelation: CachedRelation? {
    switch self {
    case .azureMonitorExport, .csv, .openTelemetry: nil
    case .liteLLMDailySpend(let mapping): mapping.isCacheBeside ? .beside : .inside
    case .openAIUsage: .inside
    case .anthropicUsage: .beside
    }
  }
}
