import UsageModel

/// What decides the content of the charges cache, beside the usage and the price book.
package struct CacheRules: Hashable, Sendable {
  /// A source that the workbook names: its days decide what is complete.
  package struct Source: Hashable, Sendable {
    package let name: String
    /// The first day of which it counts; read from files, all days count.
    package let from: CalendarDay?
    /// The last day it delivers, where it has ended. Pulled days after it do not count.
    package let until: CalendarDay?
    /// The traffic it counts. For each day one of the sources with the same traffic adds up: the
    /// first that has usage, or else the first that has the day.
    package let counts: String
    /// Whether its days are asked for, not read from files.
    package let isPulled: Bool

    /// - Parameter counts: nil is a traffic of its own.
    package init(
      name: String, from: CalendarDay? = nil, until: CalendarDay? = nil, counts: String? = nil,
      isPulled: Bool = false
    ) {
      self.name = name
      self.from = from
      self.until = until
      self.counts = counts ?? name
      self.isPulled = isPulled
    }

    /// Whether what is stored of a day is this source's to count: two services that take over from
    /// one another may both have the days around it. What is in a file is always meant.
    func counts(on day: CalendarDay) -> Bool {
      guard isPulled else { return true }
      return from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }
  }

  /// The last day on any page. nil is the newest local day that any source has.
  package let asOf: CalendarDay?
  /// How many days may still change at a source that is pulled. Of a source that is read from files
  /// only the newest day may.
  package let lookback: Int
  package let people: ShownPeople
  /// In the order of the workbook.
  package let sources: [Source]
  /// Of the files that the price book and the settings were read from.
  package let folderDigest: String
  package let currency: String
  package let timeZone: String

  package init(
    asOf: CalendarDay? = nil, lookback: Int = 3, people: ShownPeople = .off, sources: [Source],
    folderDigest: String, currency: String, timeZone: String
  ) {
    self.asOf = asOf
    self.lookback = lookback
    self.people = people
    self.sources = sources
    self.folderDigest = folderDigest
    self.currency = currency
    self.timeZone = timeZone
  }
}
