import Pricing
import Testing

@Suite struct ValidityTests {
  @Test(arguments: [
    ("2026-10-01", true), ("2026-10-31", true), ("2026-09-30", false), ("2026-11-01", false),
  ])
  func `both ends are in force`(on: String, isInForce: Bool) {
    #expect(validity("2026-10-01", "2026-10-31").contains(day(on)) == isInForce)
  }

  @Test func `an open end has no limit`() {
    #expect(validity(nil, "2026-10-31").contains(day("0001-01-01")))
    #expect(validity("2026-10-01", nil).contains(day("9999-12-31")))
  }

  @Test(arguments: [
    (validity(nil, "2026-10-31"), validity("2026-10-31", nil), true),
    (validity(nil, "2026-10-31"), validity("2026-11-01", nil), false),
    (validity(nil, nil), validity("2026-11-01", "2026-11-01"), true),
    (validity("2026-01-01", "2026-12-31"), validity("2026-02-01", "2026-02-02"), true),
  ])
  func `two periods overlap where they share a day`(
    first: Validity, second: Validity, overlap: Bool
  ) {
    #expect(first.overlaps(second) == overlap)
    #expect(second.overlaps(first) == overlap)
  }
}
