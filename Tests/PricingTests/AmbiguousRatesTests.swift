import Pricing
import Testing

@Suite struct AmbiguousRatesTests {
  private func lines(of rates: [Rate]) -> [[Int]] {
    ambiguousPairs(in: rates).map { [$0.first.line, $0.second.line] }
  }

  @Test func `two rows for the same usage on the same day are ambiguous`() {
    let rates = [
      rate(2, model: "opal", validity: validity(nil, "2026-10-31")),
      rate(3, model: "opal", validity: validity("2026-10-31")),
    ]

    #expect(lines(of: rates) == [[2, 3]])
  }

  @Test func `rows that follow each other are not`() {
    let rates = [
      rate(2, model: "opal", validity: validity(nil, "2026-10-31")),
      rate(3, model: "opal", validity: validity("2026-11-01")),
    ]

    #expect(lines(of: rates) == [])
  }

  @Test func `rows that name different fields have an order`() {
    let rates = [rate(2, model: "opal"), rate(3, feature: "chat"), rate(4, tokenClass: .input)]

    #expect(lines(of: rates) == [])
  }

  @Test func `rows for different values never meet`() {
    let rates = [rate(2, model: "opal"), rate(3, model: "jade"), rate(4, team: "shop")]

    #expect(lines(of: rates) == [])
  }

  @Test func `a team beside a subscription does not raise the rank`() {
    let rates = [
      rate(2, subscription: "web"), rate(3, subscription: "web", team: "shop"),
      rate(4, subscription: "web", team: "care"),
    ]

    #expect(lines(of: rates) == [[2, 3], [2, 4]])
  }

  @Test func `every pair is named, in file order`() {
    let rates = [rate(9), rate(4), rate(7)]

    #expect(lines(of: rates) == [[4, 7], [4, 9], [7, 9]])
  }
}
