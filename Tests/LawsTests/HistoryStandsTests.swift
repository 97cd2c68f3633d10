import SeededCases
import Pricing
import Synchronization
import Tables
import Testing
import UsageModel

/// Law 3 for a thousand companies.
@Suite struct HistoryStandsTests {
  @Test func `a rate or a membership that begins later changes no day before it`() {
    let changes = Mutex(0)
    let violations = trials(1...1000) { seed in
      let edit = try Edit(seed: seed)
      if edit.before != edit.after { changes.withLock { $0 += 1 } }
      return historyViolations(before: edit.before, after: edit.after, upTo: edit.day)
    }

    #expect(violations.prefix(12) == [])
    // The edits are worth trying: most of them change something later.
    #expect(changes.withLock { $0 } > 500)
  }

  @Test func `a later last day changes no day before it`() {
    let violations = trials(1001...2000) { seed in
      try withTemporaryFolder { folder in
        let company = MadeCompany(seed: seed)
        let imported = try ImportedCompany(company, in: folder)
        var generator = SplitMix64(seed: seed)
        let day = generator.one(of: Array(company.days))
        let later = day.advanced(by: generator.number(1...20))
        return historyViolations(
          before: try imported.views(datedViews, asOf: day),
          after: try imported.views(datedViews, asOf: later), upTo: day)
      }
    }

    #expect(violations.prefix(12) == [])
  }

  @Test func `a line that costs a nano more than it did is noticed`() throws {
    var edit = try Edit(seed: 1)
    let lines = edit.after["charge_lines"]!
    let cost = lines.index(of: "cost")!
    let row = lines.rows.firstIndex {
      $0[cost].integer != nil && $0[lines.index(of: "day")!].text! <= edit.day.description
    }!
    edit.after["charge_lines"]!.rows[row][cost] = .integer(lines.rows[row][cost].integer! + 1)

    let violations = historyViolations(before: edit.before, after: edit.after, upTo: edit.day)

    #expect(violations.count == 2)
  }

  @Test func `rows that begin earlier than they say are noticed`() throws {
    let violations = try (UInt64(1)...30).flatMap { seed in
      let edit = try Edit(seed: seed, daysTooEarly: 5)
      return historyViolations(before: edit.before, after: edit.after, upTo: edit.day)
    }

    #expect(!violations.isEmpty)
  }
}

/// The views of one company before and after its files were edited.
private struct Edit {
  let day: CalendarDay
  let before: [String: Table]
  var after: [String: Table]

  init(seed: UInt64, daysTooEarly: Int = 0) throws {
    let company = MadeCompany(seed: seed)
    var generator = SplitMix64(seed: seed)
    let day = generator.one(of: Array(company.days))
    let book = changed(company.book, after: day.advanced(by: -daysTooEarly), &generator)
    self.day = day
    (before, after) = try withTemporaryFolder { folder in
      let imported = try ImportedCompany(company, in: folder)
      return (try imported.views(datedViews), try imported.views(datedViews, book: book))
    }
  }
}
