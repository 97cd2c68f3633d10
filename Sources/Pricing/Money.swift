/// An amount of the reporting currency, exact to 10⁻⁹ of its unit.
///
/// A charge row is rounded to this once; everything above it is integer addition.
package struct Money: Hashable, Sendable {
  package let nano: Int64

  package static let zero = Money(nano: 0)

  package init(nano: Int64) {
    self.nano = nano
  }
}

extension Money: Comparable {
  package static func < (left: Money, right: Money) -> Bool { left.nano < right.nano }
}
