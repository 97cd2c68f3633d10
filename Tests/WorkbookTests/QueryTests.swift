import SourceText
import Testing

@testable import Workbook

@Suite struct QueryTests {
  private func query(_ name: String, _ sql: String) -> QueryDefinition {
    QueryDefinition(name: name, sql: sql, position: SourcePosition(line: 1, column: 1))
  }

  @Test func `an earlier query is put in front as a table expression`() {
    let compiled = CompiledQuery(
      query("second", "select a from first"),
      reading: [query("unread", "select 2"), query("first", "select :as_of as a -- note")])

    #expect(
      compiled.sql == "with \"first\" as (select :as_of as a -- note\n)\nselect a from first")
    #expect(compiled.parameters == ["as_of"])
  }

  @Test func `what an earlier query reads comes along`() {
    let compiled = CompiledQuery(
      query("c", "select * from b"),
      reading: [query("a", "select cost from charges;"), query("b", "select * from a")])

    #expect(
      compiled.sql == "with \"a\" as (select cost from charges\n),\n"
        + "\"b\" as (select * from a\n)\nselect * from b")
    #expect(compiled.readsCharges)
  }

  @Test(arguments: [
    ("with x as (select 1) select * from a, x", "with \"a\" as (select 2\n),\nx as (select 1) "),
    (
      "with recursive x as (select 1) select * from a, x",
      "with recursive \"a\" as (select 2\n),\nx as (select 1) "
    ),
  ])
  func `table expressions of its own follow`(sql: String, beginning: String) {
    let compiled = CompiledQuery(query("q", sql), reading: [query("a", "select 2")])

    #expect(compiled.sql == beginning + "select * from a, x")
  }

  @Test(arguments: [
    ("select a from t order by a limit 1", true),
    ("select a from t limit 1", false),
    ("select * from (select a from t order by a) limit 1", false),
    ("select * from (select a from t order by a limit 1)", true),
    ("select * from (select a from t limit 1) order by a", false),
    ("select sum(a) over (order by b) from t limit 1", false),
    ("select ')', \"limit\", 'limit' from t -- limit 1", true),
    ("select /* limit 1 */ a from t", true),
  ])
  func `a limit needs an order of its own select`(sql: String, isFine: Bool) {
    #expect((query("q", sql).unorderedLimit == nil) == isFine)
  }

  @Test func `table expressions are found with and without columns`() {
    let sql = """
      with a as (select 1), b(x, y) as not materialized (select 1, 2)
      select cast(x as text) as c from a join b as d on (true)
      """

    #expect(query("q", sql).tableExpressions.map(\.text) == ["a", "b"])
  }
}
