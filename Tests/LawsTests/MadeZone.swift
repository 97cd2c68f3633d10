/// A time zone with its offsets in the months that cases lie in, written down by hand.
struct MadeZone {
  let identifier: String
  /// From a moment in UTC on, this many seconds are added to get local time.
  let offsets: [(from: String, seconds: Int)]

  static let all = [
    MadeZone(identifier: "UTC", offsets: [("1970-01-01 00:00:00", 0)]),
    MadeZone(
      identifier: "Europe/Berlin",
      offsets: [("1970-01-01 00:00:00", 7200), ("2026-10-25 01:00:00", 3600)]),
    MadeZone(identifier: "Asia/Kolkata", offsets: [("1970-01-01 00:00:00", 19_800)]),
    MadeZone(identifier: "America/Phoenix", offsets: [("1970-01-01 00:00:00", -25_200)]),
    MadeZone(identifier: "Pacific/Kiritimati", offsets: [("1970-01-01 00:00:00", 50_400)]),
  ]
}
