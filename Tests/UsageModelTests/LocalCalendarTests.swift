import Testing
import UsageModel

@Suite struct LocalCalendarTests {
  /// Ticks of a wall-clock time, as if it were UTC.
  private func ticks(_ day: String, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> Int64 {
    let seconds =
      CalendarDay(day)!.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
    return Int64(seconds) * Timestamp.ticksPerSecond
  }

  @Test(arguments: [
    "Nowhere/City", "", "berlin", "Europe/Berlin ", "GMT+1", "GMT+0100", "UTC+1",
    "+01:00", "CET?", "EST5EDT4",
  ])
  func `a name that is no IANA zone is none`(identifier: String) {
    #expect(LocalCalendar(identifier: identifier) == nil)
  }

  @Test func `a zone keeps its name`() {
    #expect(LocalCalendar(identifier: "Europe/Berlin")?.identifier == "Europe/Berlin")
    #expect(LocalCalendar(identifier: "UTC")?.identifier == "UTC")
    #expect(LocalCalendar(identifier: "Asia/Kolkata")?.identifier == "Asia/Kolkata")
    #expect(LocalCalendar(identifier: "Asia/Calcutta")?.identifier == "Asia/Calcutta")
    #expect(LocalCalendar(identifier: "CET")?.identifier == "CET")
  }

  @Test(arguments: [
    // UTC, then the local day.
    ("UTC", "2026-10-31", 23, 59, "2026-10-31"),
    // Summer: +2.
    ("Europe/Berlin", "2026-07-01", 21, 59, "2026-07-01"),
    ("Europe/Berlin", "2026-07-01", 22, 0, "2026-07-02"),
    // Winter: +1.
    ("Europe/Berlin", "2026-12-01", 22, 59, "2026-12-01"),
    ("Europe/Berlin", "2026-12-01", 23, 0, "2026-12-02"),
    // The 23-hour day, 29 March, is 28 March 23:00 to 29 March 22:00 in UTC.
    ("Europe/Berlin", "2026-03-28", 22, 59, "2026-03-28"),
    ("Europe/Berlin", "2026-03-28", 23, 0, "2026-03-29"),
    ("Europe/Berlin", "2026-03-29", 21, 59, "2026-03-29"),
    ("Europe/Berlin", "2026-03-29", 22, 0, "2026-03-30"),
    // The 25-hour day, 25 October, is 24 October 22:00 to 25 October 23:00 in UTC.
    ("Europe/Berlin", "2026-10-24", 21, 59, "2026-10-24"),
    ("Europe/Berlin", "2026-10-24", 22, 0, "2026-10-25"),
    ("Europe/Berlin", "2026-10-25", 22, 59, "2026-10-25"),
    ("Europe/Berlin", "2026-10-25", 23, 0, "2026-10-26"),
    // +5:30, +5:45, −3:30 and −2:30.
    ("Asia/Kolkata", "2026-10-31", 18, 29, "2026-10-31"),
    ("Asia/Kolkata", "2026-10-31", 18, 30, "2026-11-01"),
    ("Asia/Kathmandu", "2026-10-31", 18, 14, "2026-10-31"),
    ("Asia/Kathmandu", "2026-10-31", 18, 15, "2026-11-01"),
    ("America/St_Johns", "2026-01-02", 3, 29, "2026-01-01"),
    ("America/St_Johns", "2026-01-02", 3, 30, "2026-01-02"),
    ("America/St_Johns", "2026-07-02", 2, 29, "2026-07-01"),
    ("America/St_Johns", "2026-07-02", 2, 30, "2026-07-02"),
    // The southern hemisphere: +11 in January, +10 in July; half an hour on Lord Howe Island.
    ("Australia/Sydney", "2026-01-01", 12, 59, "2026-01-01"),
    ("Australia/Sydney", "2026-01-01", 13, 0, "2026-01-02"),
    ("Australia/Sydney", "2026-07-01", 13, 59, "2026-07-01"),
    ("Australia/Sydney", "2026-07-01", 14, 0, "2026-07-02"),
    ("Australia/Lord_Howe", "2026-07-01", 13, 29, "2026-07-01"),
    ("Australia/Lord_Howe", "2026-07-01", 13, 30, "2026-07-02"),
    ("Australia/Lord_Howe", "2026-01-01", 12, 59, "2026-01-01"),
    ("Australia/Lord_Howe", "2026-01-01", 13, 0, "2026-01-02"),
    // Chatham Islands: +13:45 in summer.
    ("Pacific/Chatham", "2026-01-01", 10, 14, "2026-01-01"),
    ("Pacific/Chatham", "2026-01-01", 10, 15, "2026-01-02"),
    // The far ends: +14 and −11.
    ("Pacific/Kiritimati", "2026-01-01", 10, 0, "2026-01-02"),
    ("Pacific/Pago_Pago", "2026-01-01", 10, 59, "2025-12-31"),
    // In 2050 the rule still holds.
    ("Europe/Berlin", "2050-07-01", 22, 0, "2050-07-02"),
  ])
  func `a local day is the zone's own`(
    zone: String, utcDay: String, hour: Int, minute: Int, day: String
  ) {
    let calendar = LocalCalendar(identifier: zone)!

    #expect(calendar.day(of: Timestamp(ticks: ticks(utcDay, hour, minute))).description == day)
  }

  @Test func `the tick before a local midnight belongs to the day before`() {
    let calendar = LocalCalendar(identifier: "Europe/Berlin")!
    let midnight = ticks("2026-07-01", 22)

    #expect(calendar.day(of: Timestamp(ticks: midnight - 1)).description == "2026-07-01")
    #expect(calendar.day(of: Timestamp(ticks: midnight)).description == "2026-07-02")
  }

  @Test func `a zone that changed its rule has the old rule in the past`() {
    // Samoa left out 30 December 2011, going from −10 to +14.
    let calendar = LocalCalendar(identifier: "Pacific/Apia")!

    #expect(
      calendar.day(of: Timestamp(ticks: ticks("2011-12-30", 9, 59))).description == "2011-12-29")
    #expect(calendar.day(of: Timestamp(ticks: ticks("2011-12-30", 10))).description == "2011-12-31")
  }

  @Test(arguments: [
    // Zone, local time, then the same moment in UTC.
    ("UTC", "2026-10-31", 12, 0, "2026-10-31", 12, 0),
    ("Europe/Berlin", "2026-07-01", 0, 0, "2026-06-30", 22, 0),
    ("Europe/Berlin", "2026-12-01", 0, 0, "2026-11-30", 23, 0),
    // The last minute before and the first after the hour that is skipped.
    ("Europe/Berlin", "2026-03-29", 1, 59, "2026-03-29", 0, 59),
    ("Europe/Berlin", "2026-03-29", 3, 0, "2026-03-29", 1, 0),
    ("Europe/Berlin", "2026-03-29", 23, 0, "2026-03-29", 21, 0),
    // In the hour that occurs twice, the earlier; before and after it.
    ("Europe/Berlin", "2026-10-25", 1, 59, "2026-10-24", 23, 59),
    ("Europe/Berlin", "2026-10-25", 2, 0, "2026-10-25", 0, 0),
    ("Europe/Berlin", "2026-10-25", 2, 59, "2026-10-25", 0, 59),
    ("Europe/Berlin", "2026-10-25", 3, 0, "2026-10-25", 2, 0),
    ("America/New_York", "2026-11-01", 1, 30, "2026-11-01", 5, 30),
    ("America/New_York", "2026-11-01", 2, 0, "2026-11-01", 7, 0),
    ("America/New_York", "2026-03-08", 3, 0, "2026-03-08", 7, 0),
    ("Australia/Sydney", "2026-04-05", 2, 30, "2026-04-04", 15, 30),
    ("Australia/Sydney", "2026-04-05", 3, 0, "2026-04-04", 17, 0),
    ("Australia/Sydney", "2026-10-04", 3, 0, "2026-10-03", 16, 0),
    ("Australia/Lord_Howe", "2026-04-05", 1, 45, "2026-04-04", 14, 45),
    ("Australia/Lord_Howe", "2026-04-05", 2, 0, "2026-04-04", 15, 30),
    ("Asia/Kathmandu", "2026-10-31", 0, 0, "2026-10-30", 18, 15),
    ("America/St_Johns", "2026-11-01", 1, 30, "2026-11-01", 4, 0),
    ("Pacific/Apia", "2011-12-31", 0, 0, "2011-12-30", 10, 0),
    ("Pacific/Apia", "2011-12-29", 23, 59, "2011-12-30", 9, 59),
  ])
  func `a wall-clock time is a moment`(
    zone: String, day: String, hour: Int, minute: Int, utcDay: String, utcHour: Int,
    utcMinute: Int
  ) {
    let calendar = LocalCalendar(identifier: zone)!

    let moment = calendar.moment(localTicks: ticks(day, hour, minute))

    #expect(moment == Timestamp(ticks: ticks(utcDay, utcHour, utcMinute)))
  }

  @Test func `a time that the clock skips is read as if it had not yet been put forward`() {
    let calendar = LocalCalendar(identifier: "Europe/Berlin")!

    let moment = calendar.moment(localTicks: ticks("2026-03-29", 2, 30))

    #expect(moment == Timestamp(ticks: ticks("2026-03-29", 1, 30)))
    #expect(calendar.day(of: moment).description == "2026-03-29")
  }

  @Test func `the fraction of a second is kept`() {
    let calendar = LocalCalendar(identifier: "Europe/Berlin")!

    let moment = calendar.moment(localTicks: ticks("2026-07-01", 0) + 1_234_567)

    #expect(moment == Timestamp(ticks: ticks("2026-06-30", 22) + 1_234_567))
  }

  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns",
    "Pacific/Chatham", "Africa/Casablanca", "UTC",
  ])
  func `every quarter of an hour of 2026 comes back to the same wall clock`(zone: String) {
    let calendar = LocalCalendar(identifier: zone)!
    let first = CalendarDay("2026-01-01")!.daysSince1970 * 86_400
    var wrong: [Int] = []
    for second in stride(from: first, to: first + 365 * 86_400, by: 900) {
      let local = Int64(second + calendar.offset(atUTC: second)) * Timestamp.ticksPerSecond

      let moment = calendar.moment(localTicks: local)

      // In the hour that occurs twice the earlier moment is meant.
      let isEarlier = moment.seconds <= second
      let backOffset = Int64(calendar.offset(atUTC: moment.seconds)) * Timestamp.ticksPerSecond
      if !isEarlier || moment.ticks + backOffset != local { wrong.append(second) }
    }

    #expect(wrong == [])
  }
}
