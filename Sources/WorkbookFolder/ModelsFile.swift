import Pricing
import SourceText

/// The columns of models.csv.
enum ModelColumn: String, TableColumn {
  case metered, model, name, cached
}

func readModels(_ file: SourceFile, mistakes: inout [Diagnostic]) -> [ModelRule] {
  let rows = readTable(file, columns: ModelColumn.self, mistakes: &mistakes) ?? []
  var rules: [ModelRule] = []
  var identities: [(identity: String, cell: Located)] = []
  for row in rows {
    let metered = row.required(.metered, mistakes: &mistakes)
    if let metered {
      identities.append((metered.text, metered))
      if metered.text.dropLast().contains("*") {
        mistakes.append(
          metered.mistake(
            "a '*' may stand at the end only, not as in \(quoted(metered.text))",
            remedy: "write the beginning of the name and one '*', such as gpt-4o*"))
      }
    }
    let model = row.requiredID(.model, mistakes: &mistakes)
    refusePattern(in: model, mistakes: &mistakes)
    let cached =
      row[.cached].text.isEmpty
      ? nil : row.choice(.cached, of: CachedRelation.self, mistakes: &mistakes)
    guard let metered, let model else { continue }
    rules.append(
      ModelRule(
        metered: metered.text, model: model.text, name: row[.name].text,
        cached: cached ?? builtInRelation(model: model.text, metered: metered.text)))
  }
  mistakes += repetitions(in: identities, noun: "metered model")
  return rules
}

/// Outside `metered` a `*` is a letter like any other, which nobody means.
func refusePattern(in model: Located?, mistakes: inout [Diagnostic]) {
  guard let model, model.text.contains("*") else { return }
  mistakes.append(
    model.mistake(
      "\(quoted(model.text)) is a pattern, and 'model' takes one id",
      remedy: "write the model's id; patterns belong into the column 'metered' of models.csv"))
}

/// What an empty `cached` means. A deployment's name says nothing, the model's id mostly does.
private func builtInRelation(model: String, metered: String) -> CachedRelation {
  let withoutRules = ModelCatalogue([])
  let relation = withoutRules.resolve(model).relation
  return relation == .unknown ? withoutRules.resolve(metered).relation : relation
}
