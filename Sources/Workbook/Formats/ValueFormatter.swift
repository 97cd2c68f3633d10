import Tables
import UsageModel

/// Writes values for people, from tables of our own: the same on every host.
package struct ValueFormatter: Hashable, Sendable {
  package let locale: LocaleNotation
  let money: MoneyNotation

  /// - Parameters:
  ///   - currency: ISO 4217.
  ///   - minorUnits: Decimals of an amount, 0 to 9.
  package init(currency: String, minorUnits: Int, locale: LocaleNotation = .britishEnglish) {
    self.locale = locale
    money = MoneyNotation(
      currency: CurrencyNotation(code: currency), minorUnits: min(max(minorUnits, 0), 9),
      signs: locale.moneySigns, placement: locale.currencyPlacement)
  }

  /// With the decimals that the currency has.
  package init(currency: String, locale: LocaleNotation = .britishEnglish) {
    self.init(
      currency: currency, minorUnits: CurrencyNotation(code: currency).minorUnits, locale: locale)
  }

  /// - Throws: ``ValueFormatError`` where a template asks for a format that the value cannot have;
  ///   NULL is a value and has words in every format.
  package func text(_ cell: Cell, as format: ValueFormat) throws(ValueFormatError) -> String {
    if cell.isNull { return unknownText(as: format) }
    switch format {
    case .money: return money.money(try nano(cell, as: format))
    case .amount: return money.money(try nano(cell, as: format), hasSymbol: false)
    case .rounded: return money.rounded(try nano(cell, as: format))
    case .price: return money.price(try nano(cell, as: format))
    case .average: return money.average(try nano(cell, as: format))
    case .change: return money.change(try nano(cell, as: format))
    case .difference: return money.change(try nano(cell, as: format), hasSymbol: false)
    case .compact: return locale.compactText(try FormattedNumber(cell, as: format))
    case .words: return locale.wordsText(try FormattedNumber(cell, as: format))
    case .tokens: return locale.wholeText(try FormattedNumber(cell, as: format))
    case .percent: return locale.percentText(try FormattedNumber(cell, as: format).real)
    case .delta: return locale.deltaText(try FormattedNumber(cell, as: format).real)
    case .more: return locale.moreText(try FormattedNumber(cell, as: format).real)
    case .day: return locale.dayText(try calendarDay(cell, as: format))
    case .date: return locale.dateText(try calendarDay(cell, as: format))
    case .short: return locale.shortDateText(try calendarDay(cell, as: format))
    case .month: return locale.monthText(try calendarMonth(cell, as: format))
    case .text: return plainText(of: cell)
    }
  }

  /// What NULL prints.
  package func unknownText(as format: ValueFormat) -> String {
    format.isMoney ? locale.language.words.noPrice : locale.language.words.notKnown
  }
}

private func nano(_ cell: Cell, as format: ValueFormat) throws(ValueFormatError) -> Int64 {
  switch cell {
  case .integer(let nano): return nano
  case .real(let number): throw .realMoney(format: format, number: number)
  case .text, .null: throw .notWhole(format: format, text: plainText(of: cell))
  }
}

private func calendarDay(
  _ cell: Cell, as format: ValueFormat
) throws(ValueFormatError) -> CalendarDay {
  let text = plainText(of: cell)
  guard let day = CalendarDay(text) else { throw .notADate(format: format, text: text) }
  return day
}

/// The month that a month or a day names.
private func calendarMonth(
  _ cell: Cell, as format: ValueFormat
) throws(ValueFormatError) -> CalendarMonth {
  let text = plainText(of: cell)
  guard let month = CalendarMonth(text) ?? CalendarDay(text)?.month else {
    throw .notADate(format: format, text: text)
  }
  return month
}

private func plainText(of cell: Cell) -> String {
  switch cell {
  case .null: "NULL"
  case .integer(let number): sign(number < 0) + String(number.magnitude)
  case .real(let number): sign(number < 0) + "\(number.magnitude)"
  case .text(let text): text
  }
}
