import GRDB
import Pricing
import UsageModel

/// Fills a cache from a snapshot, month by month.
struct CacheWriter {
  let cache: Database
  let snapshot: Database
  let book: PriceBook
  let rules: CacheRules

  /// - Parameters:
  ///   - isNew: Whether the cache is empty. Otherwise its months stay that have not changed.
  ///   - computing: Hears of each month before it is computed.
  func write(key: String, isNew: Bool, computing: (CalendarMonth) -> Void) throws {
    if isNew {
      try cache.execute(sql: cacheTables + cacheRollUps)
      for view in cacheViews {
        try cache.execute(sql: "CREATE VIEW \(view.name) AS \(view.sql)")
      }
    } else {
      for table in tablesOfAllMonths { try cache.execute(sql: "DELETE FROM \(table)") }
    }
    let stored = StoredUsage(snapshot)
    let ledger = try stored.ledger()
    let pulls = StoredPulls(snapshot)
    let pulled = try pulls.days()
    let calendar = DataCalendar(ledger: ledger, askedOn: pulled.askedOn, rules: rules)
    try CalendarRows(database: cache, calendar: calendar).write()

    try writeMonths(ledger, calendar, computing: computing)
    let summary = try StoredMonths(cache).summary()
    guard Int64(exactly: summary.reasoningTokens.value) != nil else {
      throw SnapshotError.amountsTooLarge
    }

    let inForce = RowsInForce(asOf: calendar.asOf)
    var known = KnownEntities(summary)
    known.add(book, inForce)
    try EntityRows(database: cache, known: known, book: book, inForce: inForce).write()
    try PriceBookRows(database: cache, book: book, usedRateLines: Set(summary.usedRateLines))
      .write()
    for sql in cacheTotals { try RepeatedStatement(cache, sql).run() }
    try PullRows(cache, calendar: calendar, ledger: ledger, pulled: pulled).write()
    let sourceDays = try SourceDay.all(in: cache)
    let alternatives = AlternativeDay.all(in: sourceDays, calendar)
    try AlternativeDay.write(alternatives, to: cache)

    let skipped = try SkippedRows(snapshot: snapshot, asOf: calendar.asOf, people: rules.people)
    try skipped.write(to: cache)

    let silences = Silence.all(in: pulled, calendar, rules: rules)
    let assignments = AssignmentFindings(database: cache, book: book, currency: rules.currency)
    try writeFindings(
      dataFindings(summary)
        + completenessFindings(
          of: calendar, ignored: try stored.ignoredMetrics(), silences: silences,
          sources: rules.sources)
        + trafficFindings(sourceDays, alternatives, calendar)
        + pullFindings(
          pulled, refused: try pulls.refusedDays(), ledger: ledger, calendar, rules: rules)
        + silences.map { $0.finding(lookback: rules.lookback) }
        + skipped.findings
        + (try assignments.unassignedSubscriptions())
        + assignments.unpricedModels(summary.classUses)
        + unusedRateFindings(book, usedLines: Set(summary.usedRateLines), calendar: calendar))
    try writeFacts(key: key, calendar)
  }

  /// Computes the months that are not there as they should be.
  private func writeMonths(
    _ ledger: [LedgerDay], _ calendar: DataCalendar, computing: (CalendarMonth) -> Void
  ) throws {
    let months = StoredMonths(cache)
    let wanted = monthKeys(of: ledger, calendar, rules: rules)
    let there = try months.keys()
    for month in there.keys where there[month] != wanted[month] { try months.remove(month) }
    let missing = wanted.filter { there[$0.key] != $0.value }
    guard !missing.isEmpty else { return }
    var writer = try MonthWriter(
      cache: cache, snapshot: snapshot, book: book, people: rules.people)
    for (month, key) in missing.sorted(by: { $0.key < $1.key }) {
      computing(month)
      let days = calendar.days.filter { $0.month == month }
      try months.add(
        month, key: key, try writer.write(month, days, counting: calendar.countingSources))
    }
  }

  /// The gravest first.
  private func writeFindings(_ findings: [Finding]) throws {
    let add = try RepeatedStatement(
      cache,
      """
      INSERT INTO stored_finding (severity, code, day, subject, detail, remedy, line)
      VALUES (\(places(7)))
      """)
    for finding in findings.sorted(by: standsBefore) {
      try add.run([
        .text(finding.severity.rawValue), .text(finding.code),
        .optional(finding.day?.description), .text(finding.subject), .text(finding.detail),
        .text(finding.remedy), .optional(finding.line),
      ])
    }
  }

  private func writeFacts(key: String, _ calendar: DataCalendar) throws {
    try RepeatedStatement(cache, "INSERT INTO stored_facts VALUES (\(places(5)))").run([
      .text(key), .optional(calendar.firstDay == nil ? nil : calendar.asOf?.description),
      .optional(calendar.firstDay?.description), .optional(calendar.newestDay?.description),
      .text(rules.people.word),
    ])
  }
}

private func standsBefore(_ left: Finding, _ right: Finding) -> Bool {
  let places = [left, right].map { Finding.Severity.allCases.firstIndex(of: $0.severity) ?? 0 }
  let days = [left, right].map { $0.day?.daysSince1970 ?? Int.min }
  return (places[0], left.code, days[0], left.subject, left.detail)
    < (places[1], right.code, days[1], right.subject, right.detail)
}
