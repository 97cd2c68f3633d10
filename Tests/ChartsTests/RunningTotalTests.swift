import Testing

@testable import Charts

@Suite struct RunningTotalTests {
  @Test func `amounts are added up to the newest`() {
    let total = RunningTotal([100, 50, -30, nil, nil])

    #expect(total.totals == [100, 150, 120])
    #expect(total.unknown == [])
    #expect(total.newest == 2)
  }

  @Test func `a day without an amount leaves the total as it was`() {
    let total = RunningTotal([nil, 100, nil, .nan, 50])

    #expect(total.totals == [0, 100, 100, 100, 150])
    #expect(total.unknown == [0, 2, 3])
  }

  @Test(arguments: [[], [nil, nil], [.infinity]] as [[Double?]])
  func `nothing known has no total`(amounts: [Double?]) {
    let total = RunningTotal(amounts)

    #expect(total.totals == [])
    #expect(total.newest == nil)
  }

  @Test func `sums beyond the largest number stay there`() {
    let largest = Double.greatestFiniteMagnitude

    #expect(RunningTotal([largest, largest, -5]).totals == [largest, largest, largest])
  }
}
