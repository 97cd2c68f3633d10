/// In which order, and with which signs, the parts of a date are written.
enum DateOrder: Hashable, Sendable {
  /// `22 November 2026`.
  case dayMonthYear
  /// `November 22, 2026`.
  case monthDayYear
  /// `22. November 2026`.
  case ordinalDayMonthYear
  /// `22 novembre 2026`, `1er novembre 2026`.
  case firstDayMonthYear
}
