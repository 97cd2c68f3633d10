import Analysis
import Tables
import UsageModel

/// What all pages of one build share.
struct SiteScope: Sendable {
  let facts: SiteFacts
  /// The first day of the month a page is about; nil on pages that are about all months.
  let firstDay: CalendarDay?
  let formatter: ValueFormatter
  /// Of every page that is written.
  let pages: Set<PagePath>
  let navigation: [NavigationEntry]
  let assets: SiteAssets.Paths
  /// Of every day that the view `days` knows.
  let dayStatuses: [CalendarDay: DayStatus]
  /// The first of them; nil where there is no data.
  let firstDataDay: CalendarDay?
  /// The last day up to `asOf` that every source has delivered; nil where there is none.
  let completeTo: CalendarDay?

  init(
    facts: SiteFacts, firstDay: CalendarDay? = nil, formatter: ValueFormatter,
    pages: Set<PagePath>, navigation: [NavigationEntry], assets: SiteAssets.Paths,
    dayStatuses: [CalendarDay: DayStatus]
  ) {
    self.facts = facts
    self.firstDay = firstDay
    self.formatter = formatter
    self.pages = pages
    self.navigation = navigation
    self.assets = assets
    self.dayStatuses = dayStatuses
    firstDataDay = dayStatuses.keys.min()
    completeTo = dayStatuses.lazy.filter { day, status in
      day <= facts.asOf && (status == .received || status == .provisional)
    }.map(\.key).max()
  }

  /// The same for a page about one month: nothing on it is later, so that a closed month's page
  /// does not change when newer data comes.
  func limited(to month: CalendarMonth) -> SiteScope {
    let last = min(facts.asOf, month.days.upperBound)
    let pageDays = month.days.lowerBound <= last ? Array(month.days.lowerBound...last) : []
    func days(of status: DayStatus) -> [CalendarDay] {
      pageDays.filter { dayStatuses[$0] == status }
    }
    return SiteScope(
      facts: facts.limited(
        to: last, daysThatMayChange: days(of: .provisional), missingDays: days(of: .missing)),
      firstDay: pageDays.first { dayStatuses[$0] != nil }, formatter: formatter, pages: pages,
      navigation: navigation, assets: assets, dayStatuses: dayStatuses)
  }

  /// Whether the page ends with its month.
  var isAboutWholeMonth: Bool { firstDay != nil && facts.asOf == facts.asOf.month.days.upperBound }

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
