import Analysis
import Tables
import UsageModel

/// What all pages of one build share.
struct SiteScope: Sendable {
  let facts: SiteFacts
  let formatter: ValueFormatter
  /// Of every page that is written.
  let pages: Set<PagePath>
  let navigation: [NavigationEntry]
  /// The style sheet's path from the site's root.
  let stylesheet: String
  /// Of every day that the view `days` knows.
  let dayStatuses: [CalendarDay: DayStatus]

  func cell(_ value: BuiltInValue) -> Cell {
    switch value {
    case .asOf: .text(facts.asOf.description)
    case .thisMonth: .text(facts.thisMonth.description)
    case .lastMonth: .text(facts.lastMonth.description)
    case .title: .text(facts.title)
    case .organisation: .text(facts.organisation)
    case .currency: .text(facts.currency)
    case .timeZone: .text(facts.timeZone)
    case .users: .text(facts.users)
    case .agreement: facts.agreement.map(Cell.text) ?? .null
    }
  }
}

/// A word of the top navigation.
struct NavigationEntry: Hashable, Sendable {
  let label: String
  let page: PagePath
}
