import Pricing
import Testing

@Suite struct PriceTests {
  @Test(
    arguments: [
      (2_500_000_000, 1_000_000, 2_500_000_000),
      (2_500_000_000, 1, 2_500),
      (500_000, 1, 0),
      (1_500_000, 1, 2),
      (2_500_000, 1, 2),
      (1, 500_001, 1),
      (0, 7, 0),
    ] as [(Int64, Int64, Int64)])
  func `an amount is rounded half to even`(price: Int64, tokens: Int64, nano: Int64) {
    #expect(Price(nanoPerMillion: price).cost(of: tokens) == Money(nano: nano))
  }

  @Test func `an amount beyond 64 bits is none`() {
    #expect(Price(nanoPerMillion: 1_000_000).cost(of: .max) == Money(nano: .max))
    #expect(Price(nanoPerMillion: 1_000_001).cost(of: .max) == nil)
  }

  @Test(
    arguments: [
      (5, 0), (15, 2), (25, 2), (-5, 0), (-15, -2), (-25, -2), (-26, -3), (14, 1), (16, 2),
    ] as [(Int128, Int128)])
  func `a tie goes to the even neighbour on both sides of zero`(
    dividend: Int128, quotient: Int128
  ) {
    #expect(roundedHalfToEven(dividend, dividedBy: 10) == quotient)
  }
}
