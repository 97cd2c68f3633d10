import GRDB
import Pricing
import UsageModel

/// Fills an empty cache from a snapshot, one day at a time.
struct CacheWriter {
  let cache: Database
  let snapshot: Database
  let book: PriceBook
  let rules: CacheRules

  func write(key: String) throws {
    try cache.execute(sql: cacheTables + cacheRollUps)
    let stored = StoredUsage(snapshot)
    let calendar = DataCalendar(ledger: try stored.ledger(), rules: rules)
    try CalendarRows(database: cache, calendar: calendar).write()

    var known = KnownEntities()
    var findings = DataFindings()
    let usedRateLines = try writeDays(calendar.days, &known, &findings)

    let inForce = RowsInForce(asOf: calendar.asOf)
    known.add(book, inForce)
    try EntityRows(database: cache, known: known, book: book, inForce: inForce).write()
    try cache.execute(sql: chargesAreSkippedThrough)
    for view in cacheViews {
      try cache.execute(sql: "CREATE VIEW \(view.name) AS \(view.sql)")
    }
    try PriceBookRows(database: cache, book: book, usedRateLines: usedRateLines).write()
    for sql in cacheTotals { try RepeatedStatement(cache, sql).run() }
    if let asOf = calendar.asOf { try writePulls(try stored.deliveries(upTo: asOf)) }

    let skipped = try SkippedRows(snapshot: snapshot, asOf: calendar.asOf, people: rules.people)
    try skipped.write(to: cache)

    let assignments = AssignmentFindings(database: cache, book: book, currency: rules.currency)
    try writeFindings(
      findings.findings
        + completenessFindings(of: calendar, ignored: try stored.ignoredMetrics())
        + skipped.findings
        + (try assignments.unassignedSubscriptions()) + (try assignments.unpricedModels())
        + unusedRateFindings(book, usedLines: usedRateLines, calendar: calendar))
    try writeFacts(key: key, calendar)
  }

  /// - Returns: The lines of rates.csv that priced something.
  private func writeDays(
    _ days: [CalendarDay], _ known: inout KnownEntities, _ findings: inout DataFindings
  ) throws -> Set<Int> {
    let stored = StoredUsage(snapshot)
    let storedDays = try StoredDays(snapshot)
    let charging = Charging(book: book, sharesPeople: rules.people != .off)
    var chargeRows = try ChargeRows(cache)
    var rollUps = try RollUpRows(cache)
    var peopleRows = try PeopleRows(cache, rules.people)
    var meteredRows = try MeteredRows(cache, charging)
    var month: CalendarMonth?
    var modelsWithCachedCount: Set<MeteredModel> = []

    for day in days {
      if day.month != month {
        try rollUps.flushMonth()
        month = day.month
        modelsWithCachedCount = try stored.modelsWithCachedCount(in: day.month)
      }
      let usage = try storedDays.usage(of: day)
      try meteredRows.add(usage, &known)
      findings.add(usage)
      let charged = try charging.charges(
        of: usage.usage, on: day, modelsWithCachedCount: modelsWithCachedCount)
      findings.add(charged.findings)
      for charge in charged.charges {
        try chargeRows.add(charge, &known)
        try rollUps.add(charge)
        try peopleRows.add(charge)
      }
      try rollUps.flushDay()
    }
    try peopleRows.flush()
    try rollUps.flushMonth()
    return chargeRows.usedRateLines
  }

  private func writePulls(_ deliveries: [SourceDelivery]) throws {
    let add = try RepeatedStatement(
      cache,
      """
      INSERT INTO stored_pull (source, first_day, last_day, row_count, last_ingested, state)
      VALUES (?, ?, ?, ?, ?, 'imported')
      """)
    for delivery in deliveries {
      try add.run([
        .text(delivery.source), .text(delivery.firstDay.description),
        .text(delivery.lastDay.description), .integer(delivery.rows),
        .text(delivery.newestRecord.description),
      ])
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
