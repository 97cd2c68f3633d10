import Analysis
import Testing
import UsageModel

@testable import Workbook

@Suite struct PeriodLabelsTests {
  private func labels(
    _ grain: CalendarColumns.Grain, from first: String, count: Int, in name: String
  ) throws -> [String] {
    let first = try #require(CalendarDay(first))
    let periods = (0..<count).map { index in
      let days =
        switch grain {
        case .day: first.advanced(by: index)...first.advanced(by: index)
        case .week: first.advanced(by: index * 7)...first.advanced(by: index * 7 + 6)
        case .month: first.month.advanced(by: index).days
        }
      return CalendarPeriod(days: days, status: .received)
    }
    return chartColumns(
      of: CalendarColumns(grain: grain, periods: periods, series: []),
      in: try #require(LocaleNotation.named(name))
    ).compactMap(\.label)
  }

  @Test(arguments: [
    ("en-GB", ["19 Oct", "26", "2 Nov", "9"]), ("en-US", ["Oct 19", "26", "Nov 2", "9"]),
    ("de", ["19. Okt.", "26.", "2. Nov.", "9."]), ("fr", ["19 oct.", "26", "2 nov.", "9"]),
  ])
  func `days are labelled on Mondays`(name: String, expected: [String]) throws {
    #expect(try labels(.day, from: "2026-10-19", count: 22, in: name) == expected)
  }

  @Test(arguments: [
    ("en-GB", ["Oct\n2026", "Nov"]), ("en-US", ["Oct\n2026", "Nov"]),
    ("de", ["Okt.\n2026", "Nov."]), ("fr", ["oct.\n2026", "nov."]),
  ])
  func `weeks are labelled where the month changes`(name: String, expected: [String]) throws {
    #expect(try labels(.week, from: "2026-10-19", count: 4, in: name) == expected)
  }

  @Test(arguments: [
    ("en-GB", ["Nov\n2025", "Dec", "Jan\n2026"]), ("de-AT", ["Nov.\n2025", "Dez.", "Jän.\n2026"]),
    ("fr", ["nov.\n2025", "déc.", "janv.\n2026"]),
  ])
  func `months have the year first and in January`(name: String, expected: [String]) throws {
    #expect(try labels(.month, from: "2025-11-01", count: 3, in: name) == expected)
  }
}
