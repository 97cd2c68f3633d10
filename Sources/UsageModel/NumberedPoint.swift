/// A ``UsagePoint`` that names its series by a number: 64 bytes, and none elsewhere.
package struct NumberedPoint: Hashable, Sendable {
  /// Its series is the place in its batch.
  package let place: PointPlace
  package var counts: CompactCounts

  package init(place: PointPlace, counts: CompactCounts) {
    self.place = place
    self.counts = counts
  }
}
