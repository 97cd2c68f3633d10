import Pricing
import Testing

@Suite struct ModelCatalogueTests {
  let catalogue = ModelCatalogue([
    ModelRule(metered: "opal*", model: "opal", name: "Opal", cached: .inside),
    ModelRule(metered: "opal-2*", model: "opal-2", name: "Opal 2", cached: .beside),
    ModelRule(metered: "opal-2", model: "opal-two", name: "", cached: .unknown),
    ModelRule(metered: "gpt-4o", model: "omni", name: "Omni", cached: .unknown),
  ])

  @Test(
    arguments: [
      ("opal", "opal", "Opal", .inside),
      ("opal-1", "opal", "Opal", .inside),
      ("opal-2-mini", "opal-2", "Opal 2", .beside),
      ("opal-2", "opal-two", nil, .unknown),
    ] as [(String, String, String?, CachedRelation)])
  func `an exact name beats the longest prefix`(
    metered: String, id: String, name: String?, relation: CachedRelation
  ) {
    let model = catalogue.resolve(metered)

    #expect(model.id == id)
    #expect(model.name == name)
    #expect(model.relation == relation)
  }

  @Test(arguments: [
    ("gpt-4o-mini", CachedRelation.inside), ("o1", .inside), ("o3-mini", .inside),
    ("o4-mini", .inside), ("text-embedding-3-large", .inside), ("claude-sonnet-4", .beside),
    ("llama-3", .unknown), ("gpt", .unknown), ("unknown", .unknown), ("", .unknown),
  ])
  func `a model without a rule keeps its name and has the built-in relation`(
    metered: String, relation: CachedRelation
  ) {
    let model = catalogue.resolve(metered)

    #expect(model.id == metered)
    #expect(model.name == nil)
    #expect(model.relation == relation)
  }

  @Test func `a rule's own relation decides where it matches`() {
    #expect(catalogue.resolve("gpt-4o").relation == .unknown)
  }
}
