import Testing

@testable import Charts

@Suite struct StackedColumnTests {
  @Test func `positive numbers go up and negative ones down, each in the order of the series`() {
    let column = StackedColumn(values: [5, -2, 3, -1])

    #expect(
      column.segments == [
        .init(seriesIndex: 0, start: 0, end: 5), .init(seriesIndex: 1, start: 0, end: -2),
        .init(seriesIndex: 2, start: 5, end: 8), .init(seriesIndex: 3, start: -2, end: -3),
      ])
    #expect(column.highest == 8)
    #expect(column.lowest == -3)
  }

  @Test func `a measured zero is not the same as nothing`() {
    #expect(StackedColumn(values: [0, nil]).isMeasuredZero)
    #expect(!StackedColumn(values: [nil, nil]).isMeasuredZero)
    #expect(!StackedColumn(values: [0, 1]).isMeasuredZero)
  }

  @Test func `sums beyond the largest number stay finite`() {
    let most = Double.greatestFiniteMagnitude

    #expect(StackedColumn(values: [most, most]).highest == most)
    #expect(StackedColumn(values: [-most, -most]).lowest == -most)
  }
}
