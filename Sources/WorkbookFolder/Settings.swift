import UsageModel

/// What `tokenbook.yml` says, all paths resolved against its folder.
package struct Settings: Sendable {
  package let title: String
  package let organisation: String
  /// The reporting currency, ISO 4217.
  package let currency: String
  /// IANA name.
  package let timeZone: String
  /// The calendar of `timeZone`: what a day is.
  package let calendar: LocalCalendar
  /// BCP 47.
  package let locale: String
  /// Days that may still change, 0 to 31.
  package let lookback: Int
  package let users: UsersMode
  /// Present wherever `users` is names.
  package let agreement: Agreement?
  /// Whom readers ask.
  package let contact: String?
  /// Beside the organisation's name; nil without one.
  package let logo: LogoFile?
  /// nil: the theme's own.
  package let accent: AccentColour?
  /// In file order.
  package let moved: [MovedPage]
  package let snapshot: String
  package let templates: String
  package let site: String
  /// In file order; names differ.
  package let sources: [ConfiguredSource]
  /// Hosts that may see a token, beside the services' own; lower case.
  package let trustedHosts: [String]
  /// A certificate authority beside the system's; an absolute path.
  package let certificateFile: String?
  /// Such as `http://proxy.contoso.example:8080`; nil leaves it to the environment.
  package let proxy: String?

  /// The sources that are read from files, in file order.
  package var fileSources: [UsageSource] { sources.compactMap(\.files) }
}

/// How people may be shown, from least to most.
package enum UsersMode: String, CaseIterable, Hashable, Sendable {
  case off
  /// Only as groups of at least five.
  case groups
  /// Each under a made name that only the holder of a key can lead back.
  case pseudonyms
  case names
}

/// What allows people to be shown.
package struct Agreement: Hashable, Sendable {
  /// What the document is called, and where it is kept.
  package let document: String
  package let date: CalendarDay
}
