import Testing

@testable import KustoQuery

@Suite struct ExpressionTests {
  private let sum = Expression.column(.sum)
  private let one = Expression.number(1)

  @Test func `what binds less than its surroundings stands in parentheses`() {
    let either = Expression.any(sum.isBelow(one), sum.isAbove(one))

    #expect(Expression.all(either, either).text == "(Sum < 1 or Sum > 1) and (Sum < 1 or Sum > 1)")
    #expect(sum.minus(one).times(sum).text == "(Sum - 1) * Sum")
    #expect(sum.minus(sum.minus(one)).text == "Sum - (Sum - 1)")
  }

  @Test func `what binds as much or more does not`() {
    #expect(
      Expression.any(.all(sum.isBelow(one), sum.isAbove(one)), sum.equals(one)).text
        == "Sum < 1 and Sum > 1 or Sum == 1")
    #expect(sum.plus(one).minus(one).text == "Sum + 1 - 1")
    #expect(sum.equals(sum.plus(one.over(sum))).text == "Sum == Sum + 1 / Sum")
  }

  @Test func `a column named as itself is not named again`() {
    #expect(sum.named(.sum).text == "Sum")
    #expect(sum.named(.amount).text == "Amount = Sum")
  }
}
