import UsageModel

/// Points of one batch, in the order the snapshot keeps them.
struct HeldPoints {
  private let points: [NumberedPoint]
  /// Numbers in the snapshot, by the batch's.
  private let seriesNumbers: [Int64]
  /// Places of the points, ordered by day, series and month.
  private let order: [Int32]
  private let places: [CalendarDay: Range<Int>]

  /// - Returns: nil where two points are of one series, day and month, and must be added up.
  init?(_ points: [NumberedPoint], seriesNumbers: [Int64]) {
    var order = Array(points.indices.lazy.map(Int32.init))
    order.sort { left, right in
      let left = points[Int(left)].place
      let right = points[Int(right)].place
      if left.day != right.day { return left.day < right.day }
      let leftSeries = seriesNumbers[Int(left.series)]
      let rightSeries = seriesNumbers[Int(right.series)]
      return leftSeries == rightSeries
        ? left.utcMonthOrdinal < right.utcMonthOrdinal : leftSeries < rightSeries
    }
    var places: [CalendarDay: Range<Int>] = [:]
    var start = 0
    for index in order.indices.dropFirst() {
      let before = points[Int(order[index - 1])].place
      let place = points[Int(order[index])].place
      if before.day != place.day {
        places[before.day] = start..<index
        start = index
      } else if seriesNumbers[Int(before.series)] == seriesNumbers[Int(place.series)],
        before.utcMonthOrdinal == place.utcMonthOrdinal
      {
        return nil
      }
    }
    if let last = order.last { places[points[Int(last)].place.day] = start..<order.count }
    self.points = points
    self.seriesNumbers = seriesNumbers
    self.order = order
    self.places = places
  }

  var days: [CalendarDay] { Array(places.keys) }

  func points(of day: CalendarDay) -> [DayPoint] {
    order[places[day] ?? 0..<0].map { dayPoint(points[Int($0)]) }
  }

  func forEach(_ body: (_ day: CalendarDay, DayPoint) throws -> Void) rethrows {
    for point in points { try body(point.place.day, dayPoint(point)) }
  }

  /// - Throws: ``StagedCountProblem`` where a count is below zero, or a sum does not fit.
  func sum() throws(StagedCountProblem) -> CompactCounts {
    var sum = CompactCounts()
    for point in points {
      if point.counts.hasNegative { throw .negative }
      // Requests are of no metric, and a day's sum of them may be as large as they come.
      if !sum.add(point.counts.withoutRequests) { throw .tooLarge }
    }
    return sum
  }

  private func dayPoint(_ point: NumberedPoint) -> DayPoint {
    DayPoint(point, series: seriesNumbers[Int(point.place.series)])
  }
}

/// Why counts cannot be kept.
enum StagedCountProblem: Error {
  case negative
  case tooLarge
}
