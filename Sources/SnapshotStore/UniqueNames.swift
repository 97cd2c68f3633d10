/// What an entity is called, and whether its id is a reserved one.
struct EntityName {
  let id: String
  let name: String
  let isReserved: Bool
}

/// Names that no two entities of a kind share: where ids have the same name, each but a reserved one
/// gets its id behind it. In the order given.
func uniqueNames(_ entities: [EntityName]) -> [String] {
  var names = entities.map(\.name)
  while true {
    let bearers = Dictionary(grouping: names.indices) { names[$0] }.values.filter { $0.count > 1 }
    if bearers.isEmpty { return names }
    for index in bearers.joined() where !entities[index].isReserved {
      names[index] += " (\(entities[index].id))"
    }
  }
}
