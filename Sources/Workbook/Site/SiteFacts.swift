import UsageModel

/// What every page says about the site as a whole.
package struct SiteFacts: Hashable, Sendable {
  package let title: String
  package let organisation: String
  /// ISO 4217.
  package let currency: String
  /// Decimal places of the currency, 2 for EUR.
  package let minorUnits: Int
  /// How numbers, money and dates are written.
  package let locale: LocaleNotation
  /// IANA name, such as `Europe/Berlin`.
  package let timeZone: String
  /// The newest day on any page.
  package let asOf: CalendarDay
  /// How people are shown: `off`, `groups`, `pseudonyms` or `names`.
  package let users: String
  /// The agreement that allows people to be shown, with its date; nil where they are not.
  package let agreement: String?
  /// A mail address or a sentence; nil where nobody is named.
  package let contact: String?
  /// The release that writes the site.
  package let version: String
  /// SHA-256 of everything the site is made from besides the templates, as hex digits.
  package let inputsHash: String
  /// Days that late records may still change, in order.
  package let daysThatMayChange: [CalendarDay]
  /// Days up to `asOf` in its month that no source has, in order.
  package let missingDays: [CalendarDay]

  package init(
    title: String, organisation: String, currency: String, minorUnits: Int,
    locale: LocaleNotation = .britishEnglish, timeZone: String, asOf: CalendarDay, users: String,
    agreement: String? = nil, contact: String?, version: String,
    inputsHash: String,
    daysThatMayChange: [CalendarDay] = [], missingDays: [CalendarDay] = []
  ) {
    self.title = title
    self.organisation = organisation
    self.currency = currency
    self.minorUnits = minorUnits
    self.locale = locale
    self.timeZone = timeZone
    self.asOf = asOf
    self.users = users
    self.agreement = agreement
    self.contact = contact
    self.version = version
    self.inputsHash = inputsHash
    self.daysThatMayChange = daysThatMayChange
    self.missingDays = missingDays
  }

  /// The same with an earlier last day.
  func limited(
    to day: CalendarDay, daysThatMayChange: [CalendarDay], missingDays: [CalendarDay]
  ) -> SiteFacts {
    SiteFacts(
      title: title, organisation: organisation, currency: currency, minorUnits: minorUnits,
      locale: locale, timeZone: timeZone, asOf: day, users: users, agreement: agreement,
      contact: contact,
      version: version, inputsHash: inputsHash, daysThatMayChange: daysThatMayChange,
      missingDays: missingDays)
  }

  var thisMonth: CalendarMonth { asOf.month }
  var lastMonth: CalendarMonth { asOf.month.advanced(by: -1) }
}
