import Tables
import Testing

@Suite struct CellTests {
  @Test(
    arguments: [
      (.null, nil, nil, nil), (.integer(7), 7, nil, 7), (.real(0.5), nil, nil, 0.5),
      (.text("7"), nil, "7", nil),
    ] as [(Cell, Int64?, String?, Double?)])
  func `a cell is read only as what it is`(
    cell: Cell, integer: Int64?, text: String?, number: Double?
  ) {
    #expect(cell.integer == integer)
    #expect(cell.text == text)
    #expect(cell.number == number)
    #expect(cell.isNull == (cell == .null))
  }

  @Test func `a whole real is not an integer`() {
    #expect(Cell.real(1) != Cell.integer(1))
  }
}
