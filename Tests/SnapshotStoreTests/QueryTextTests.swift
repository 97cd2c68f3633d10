import SnapshotStore
import Testing

@Suite struct QueryTextTests {
  static let texts: [(sql: String, isOrdered: Bool, isLimited: Bool)] = [
    ("select day from days", false, false),
    ("select day from days ORDER\n BY day", true, false),
    ("select day from days order by day limit 3", true, true),
    ("select (select day from days order by day limit 1) as first", false, false),
    ("select sum(x) over (order by day) from days", false, false),
    ("select 'order by' from days -- order by day\n", false, false),
    ("select 1 /* order by */ as \"order by\", [order by], `order by`", false, false),
    ("select 'it''s' from days order by 1", true, false),
    ("select border, bylaw from days", false, false),
    ("select day from days /* never closed", false, false),
  ]

  @Test(arguments: texts)
  func `only an order of the whole result counts`(
    text: (sql: String, isOrdered: Bool, isLimited: Bool)
  ) {
    let query = QueryText(text.sql)

    #expect(query.isOrdered == text.isOrdered)
    #expect(query.isLimited == text.isLimited)
  }
}
