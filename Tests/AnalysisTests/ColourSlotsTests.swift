import Analysis
import Testing

@Suite struct ColourSlotsTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3], [0, 1, 2, 3]),
      ([2, 0], [2, 0]),
      ([1, 1, 1], [1, 2, 3]),
      // The second 0 makes room for the smaller one that alone wants 1.
      ([0, 0, 1], [0, 2, 1]),
      ([3, 3], [3, 0]),
      ([nil, 0], [1, 0]),
      ([0, 1, 2, 3, 0], [0, 1, 2, 3, nil]),
      ([7, nil], [3, 0]),
      ([], []),
    ] as [([Int?], [Int?])])
  func `the largest keeps its colour and the smaller takes the next free one`(
    wanted: [Int?], slots: [Int?]
  ) {
    #expect(colourSlots(wanted: wanted) == slots)
  }
}
