import ContentHash
import GRDB
import Pricing
import UsageModel

/// Writes the rows of teams, cost centres, subscriptions, features and models.
struct EntityRows {
  let database: Database
  let known: KnownEntities
  let book: PriceBook
  let inForce: RowsInForce

  func write() throws {
    try writeTeams()
    try writeCostCentres()
    try writeSubscriptions()
    try writeFeatures()
    try writeModels()
  }

  private func writeTeams() throws {
    let periods = Dictionary(grouping: book.membership.teams, by: \.team)
    let subscriptions = Dictionary(grouping: book.membership.subscriptions, by: \.team)
    try insert(known.teams, into: "stored_team", extraColumns: 5) { entity in
      let rows = periods[entity.id] ?? []
      let row = inForce.newest(rows, \.validity)
      // Without teams.csv a team is what subscriptions.csv says.
      let validities =
        rows.isEmpty ? subscriptions[entity.id, default: []].map(\.validity) : rows.map(\.validity)
      return Row(
        name: row?.name, unnamed: "Not assigned to a team", validities: validities,
        extra: [
          .text(nonEmpty(row?.costCentre) ?? Payer.unassigned), .optional(nonEmpty(row?.owner)),
          .optional(nonEmpty(row?.email)), .optional(row?.validity.from?.description),
          .optional(row?.validity.to?.description),
        ])
    }
  }

  private func writeCostCentres() throws {
    let periods = Dictionary(grouping: book.membership.teams, by: \.costCentre)
    try insert(known.costCentres, into: "stored_cost_centre", extraColumns: 0) { entity in
      Row(
        name: nil, unnamed: "Not assigned to a cost centre",
        validities: periods[entity.id, default: []].map(\.validity), extra: [])
    }
  }

  private func writeSubscriptions() throws {
    let periods = Dictionary(grouping: book.membership.subscriptions, by: \.subscription)
    try insert(known.subscriptions, into: "stored_subscription", extraColumns: 3) { entity in
      let rows = periods[entity.id] ?? []
      let row = inForce.newest(rows, \.validity)
      return Row(
        name: row?.name, validities: rows.map(\.validity),
        extra: [
          .text(row?.team ?? Payer.unassigned), .optional(row?.validity.from?.description),
          .optional(row?.validity.to?.description),
        ])
    }
  }

  private func writeFeatures() throws {
    let names = Dictionary(book.features.map { ($0.feature, $0) }) { first, _ in first }
    try insert(known.features, into: "stored_feature", extraColumns: 1) { entity in
      let row = names[entity.id]
      return Row(
        name: row?.name, validities: row == nil ? [] : [.always],
        extra: [.optional(nonEmpty(row?.owner))])
    }
  }

  private func writeModels() throws {
    let rules = Dictionary(grouping: book.models, by: \.model)
    let catalogue = ModelCatalogue(book.models)
    try insert(known.models, into: "stored_model", extraColumns: 2) { entity in
      let rows = rules[entity.id] ?? []
      let seen = known.meteredNames[entity.id, default: []]
      let relation = rows.first?.cached ?? catalogue.resolve(seen.first ?? entity.id).relation
      let metered = rows.isEmpty ? seen : rows.map(\.metered)
      return Row(
        name: rows.lazy.map(\.name).first { !$0.isEmpty },
        validities: rows.isEmpty ? [] : [.always],
        extra: [.text(relation.rawValue), .text(metered.joined(separator: ", "))])
    }
  }

  /// What the files say of an entity.
  private struct Row {
    let name: String?
    /// The name of the reserved id for what nobody is assigned to.
    var unnamed: String?
    let validities: [Validity]
    let extra: [StoredValue]
  }

  private func insert(
    _ register: EntityRegister, into table: String, extraColumns: Int, row: (Entity) -> Row
  ) throws {
    let places = Array(repeating: "?", count: 6 + extraColumns).joined(separator: ", ")
    let insert = try RepeatedStatement(database, "INSERT INTO \(table) VALUES (\(places))")
    let entities = register.entities.map { (entity: $0, row: row($0)) }
    let names = uniqueNames(entities.map { name(of: $0.entity, $0.row) })
    for ((entity, row), name) in zip(entities, names) {
      let isActive =
        row.validities.isEmpty ? entity.firstDay != nil : inForce.isInForce(row.validities)
      try insert.run(
        [
          .text(entity.id), .text(name),
          .text(slug(of: entity.id)), .integer(Int64(entity.colour)),
          .optional(entity.firstDay?.description), .integer(isActive ? 1 : 0),
        ] + row.extra)
    }
  }

  private func name(of entity: Entity, _ row: Row) -> EntityName {
    let reserved =
      switch entity.id {
      case SeriesKey.unknown: "Not named"
      case Payer.unassigned: row.unnamed
      default: String?.none
      }
    return EntityName(
      id: entity.id, name: nonEmpty(row.name) ?? reserved ?? entity.id, isReserved: reserved != nil)
  }
}

func nonEmpty(_ text: String?) -> String? {
  text.flatMap { $0.isEmpty ? nil : $0 }
}
