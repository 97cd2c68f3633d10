import UsageModel

/// The days on which a dated row is in force, both ends included; nil is open.
package struct Validity: Hashable, Sendable {
  package let from: CalendarDay?
  package let to: CalendarDay?

  package static let always = Validity(from: nil, to: nil)

  package init(from: CalendarDay?, to: CalendarDay?) {
    self.from = from
    self.to = to
  }

  package func contains(_ day: CalendarDay) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }

  package func overlaps(_ other: Validity) -> Bool {
    if let to, let otherFrom = other.from, to < otherFrom { return false }
    if let from, let otherTo = other.to, otherTo < from { return false }
    return true
  }
}
