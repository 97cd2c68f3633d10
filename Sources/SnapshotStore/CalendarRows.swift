import ContentHash
import GRDB
import UsageModel

/// Writes the rows of days, months and the comparison of both months.
struct CalendarRows {
  let database: Database
  let calendar: DataCalendar

  func write() throws {
    let day = try RepeatedStatement(database, "INSERT INTO stored_day VALUES (\(places(4)))")
    for dataDay in calendar.days {
      try day.run([
        .text(dataDay.description), .text(dataDay.month.description),
        .integer(Int64(dataDay.weekday)), .text(calendar.status(of: dataDay).rawValue),
      ])
    }
    let month = try RepeatedStatement(database, "INSERT INTO stored_month VALUES (\(places(6)))")
    for dataMonth in calendar.months {
      try month.run([
        .text(dataMonth.month.description),
        .text("\(dataMonth.month.name) \(dataMonth.month.year)"),
        .text(slug(of: dataMonth.month.description)), .text(dataMonth.state.rawValue),
        .integer(Int64(dataMonth.days)), .integer(Int64(dataMonth.daysReceived)),
      ])
    }
    guard let comparison = LikeForLike(calendar) else { return }
    let pair = try RepeatedStatement(database, "INSERT INTO stored_like_for_like VALUES (?, ?)")
    for (day, period) in comparison.days {
      try pair.run([.text(day.description), .text(period)])
    }
    let compared = comparison.daysOfMonth.count
    try RepeatedStatement(database, "INSERT INTO stored_comparison VALUES (\(places(5)))").run([
      .integer(Int64(comparison.dayCount)), .text(comparison.thisMonth.description),
      .text(comparison.lastMonth.description), .integer(Int64(compared)),
      .integer(Int64(comparison.dayCount - compared)),
    ])
  }
}
