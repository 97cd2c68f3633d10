import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

@Suite struct UniqueNamesTests {
  private func unique(_ entities: [(id: String, name: String)], reserved: String = "") -> [String] {
    uniqueNames(
      entities.map { EntityName(id: $0.id, name: $0.name, isReserved: $0.id == reserved) })
  }

  @Test func `names that differ stay as they are`() {
    #expect(unique([("a", "Sales"), ("b", "Lab")]) == ["Sales", "Lab"])
  }

  @Test func `each id of a shared name is shown`() {
    #expect(
      unique([("a", "Sales"), ("b", "Lab"), ("c", "Sales")]) == ["Sales (a)", "Lab", "Sales (c)"])
  }

  @Test func `a reserved row keeps its name`() {
    #expect(
      unique([("unknown", "Not named"), ("x", "Not named")], reserved: "unknown") == [
        "Not named", "Not named (x)",
      ])
  }

  @Test func `a name that looks like a name with an id is told apart too`() {
    let names = unique([("a", "Sales"), ("b", "Sales"), ("c", "Sales (a)")])

    #expect(names == ["Sales (a) (a)", "Sales (b)", "Sales (a) (c)"])
  }

  @Test func `two teams of one name are two on every page`() throws {
    try withTemporaryFolder { folder in
      let teams = ["a", "b", "c"].map { team in
        TeamPeriod(
          team: team, name: team == "c" ? "Not assigned to a team" : "Sales", costCentre: "",
          owner: "", email: "", validity: .always)
      }
      let book = PriceBook(membership: Membership(subscriptions: [], teams: teams))
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([point("2026-10-01", TokenCounts(prompt: 1))])

      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: book, rules: rules())

      #expect(
        try reader.lines("select id, name from teams") == [
          "a | Sales (a)", "b | Sales (b)", "c | Not assigned to a team (c)",
          "unassigned | Not assigned to a team",
        ])
    }
  }
}
