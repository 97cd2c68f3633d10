import SnapshotStore
import Testing
import UsageModel

@Suite struct SnapshotErrorTests {
  static let messages: [(SnapshotError, String, String)] = [
    (
      .notFound(path: "s.sqlite"), "there is no snapshot at 's.sqlite'",
      "run `tokenbook import` or `tokenbook pull` first"
    ),
    (
      .notASnapshot(path: "s.sqlite"), "'s.sqlite' is not a snapshot of tokenbook",
      "name another file as `snapshot:` in tokenbook.yml, or move this one away"
    ),
    (
      .newerFormat(path: "s.sqlite", found: 3, known: 1),
      "'s.sqlite' was written by a newer tokenbook: its format is 3, this one knows up to 1",
      "update tokenbook"
    ),
    (
      .olderFormat(path: "s.sqlite", found: 1, known: 2),
      "'s.sqlite' has the older format 1, this tokenbook needs 2",
      "run `tokenbook import`, which keeps a dated copy and brings the snapshot up to date"
    ),
    (
      .differentTimeZone(stamped: "Europe/Berlin", configured: "UTC"),
      "the snapshot's days are days in 'Europe/Berlin', and tokenbook.yml says 'UTC'",
      "write `time_zone: Europe/Berlin` again, or import everything into a new snapshot"
    ),
    (
      .differentCurrency(stamped: "EUR", configured: "USD"),
      "the snapshot is kept in 'EUR', and tokenbook.yml says 'USD'",
      "write `currency: EUR` again, or import everything into a new snapshot"
    ),
    (
      .locked(path: "s.sqlite"), "'s.sqlite' is locked by another program",
      "wait until the other run has ended, and try again"
    ),
    (
      .cannotWrite(path: "s.sqlite", reason: "No space left on device"),
      "'s.sqlite' cannot be written: No space left on device",
      "check the free space and the permissions of the folder"
    ),
    (
      .damaged(path: "s.sqlite", reason: "database disk image is malformed"),
      "'s.sqlite' cannot be read: database disk image is malformed",
      "put back a copy of 's.sqlite', or move it away and import everything again"
    ),
    (
      .losesData(source: "gateway", days: [day("2026-10-01"), day("2026-10-03")]),
      "the new copy of source 'gateway' holds less than the stored one of 2026-10-01, 2026-10-03",
      "give all files of these days in one import, or `--replace`"
    ),
    (
      .losesData(source: "gateway", days: Array(day("2026-10-01")...day("2026-10-07"))),
      "the new copy of source 'gateway' holds less than the stored one of 2026-10-01, 2026-10-02, "
        + "2026-10-03, 2026-10-04, 2026-10-05 and 2 more",
      "give all files of these days in one import, or `--replace`"
    ),
    (
      .pullLosesData(
        source: "gateway",
        losses: [
          DayLoss(
            day: day("2026-10-01"), storedRows: 1204, storedTokens: 9_000_000, newRows: 1,
            newTokens: 1)
        ]),
      "source 'gateway' now answers with less than is stored: 2026-10-01 has 1 record and 1 token, "
        + "1,204 records and 9,000,000 tokens are stored",
      "find out what became of it; to take the new answer, run `tokenbook pull gateway "
        + "--from 2026-10-01 --to 2026-10-01 --accept-less 2026-10-01`"
    ),
    (
      .pullLosesData(
        source: "gateway",
        losses: (day("2026-10-01")...day("2026-10-05")).map {
          DayLoss(day: $0, storedRows: 2, storedTokens: 3, newRows: 0, newTokens: 0)
        }),
      "source 'gateway' now answers with less than is stored: 2026-10-01 is empty now, 2 records "
        + "and 3 tokens are stored; 2026-10-02 is empty now, 2 records and 3 tokens are stored; "
        + "2026-10-03 is empty now, 2 records and 3 tokens are stored; and 2 more days",
      "find out what became of it; to take the new answer, run `tokenbook pull gateway "
        + "--from 2026-10-01 --to 2026-10-05 --accept-less 2026-10-01 --accept-less 2026-10-02 "
        + "--accept-less 2026-10-03 --accept-less 2026-10-04 --accept-less 2026-10-05`"
    ),
    (
      .countsTooLarge(source: "gateway"),
      "the counts of source 'gateway' are too large to be added up (9.2 × 10¹⁸)",
      "look for wrong records at the source"
    ),
    (
      .impossibleCount(source: "gateway"), "source 'gateway' has a count below zero",
      "look for wrong records at the source"
    ),
    (
      .dayWithoutReceipt(source: "gateway", day: day("2026-10-01")),
      "source 'gateway' delivered usage of 2026-10-01 and did not say so",
      "report this as a bug of tokenbook; nothing was changed"
    ),
    (
      .dayNotAsked(source: "gateway", day: day("2026-10-01")),
      "source 'gateway' delivered usage of 2026-10-01, which it was not asked for",
      "report this as a bug of tokenbook; nothing was changed"
    ),
    (
      .sourceNotConfigured(source: "old", lastDay: day("2026-10-01")),
      "the snapshot holds usage of source 'old', which tokenbook.yml does not name",
      "name 'old' under `sources:` again, with `until: 2026-10-01` if it has ended; a source that "
        + "only has a new name keeps its old one, or both get the same `counts:`"
    ),
    (
      .outsideData(
        asOf: day("2026-11-03"), first: day("2026-10-01"), newest: day("2026-11-02")),
      "'2026-11-03' is outside the data, which is of 2026-10-01 to 2026-11-02",
      "leave --as-of out, or give a day from 2026-10-01 to 2026-11-02"
    ),
    (
      .outsideData(
        asOf: day("2026-11-03"), first: day("2026-11-02"), newest: day("2026-11-02")),
      "'2026-11-03' is outside the data, which is of 2026-11-02 to 2026-11-02",
      "leave --as-of out, or give 2026-11-02"
    ),
    (
      .amountsTooLarge,
      "the amounts are too large to be added up (9.2 billion in money, 9.2 × 10¹⁸ tokens)",
      "look for wrong records at the sources, and check the prices in rates.csv"
    ),
  ]

  @Test(arguments: messages)
  func `an error says what is wrong and what to do`(
    error: SnapshotError, description: String, suggestion: String
  ) {
    #expect(error.errorDescription == description)
    #expect(error.recoverySuggestion == suggestion)
  }
}
