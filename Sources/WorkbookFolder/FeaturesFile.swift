import Pricing
import SourceText

/// The columns of features.csv.
enum FeatureColumn: String, TableColumn {
  case feature, name, owner
}

func readFeatures(_ file: SourceFile, mistakes: inout [Diagnostic]) -> [FeatureName] {
  let rows = readTable(file, columns: FeatureColumn.self, mistakes: &mistakes) ?? []
  var features: [FeatureName] = []
  var identities: [(identity: String, cell: Located)] = []
  for row in rows {
    guard let feature = row.requiredID(.feature, mistakes: &mistakes) else { continue }
    identities.append((feature.text, feature))
    features.append(
      FeatureName(feature: feature.text, name: row[.name].text, owner: row[.owner].text))
  }
  mistakes += repetitions(in: identities, noun: "feature")
  return features
}
