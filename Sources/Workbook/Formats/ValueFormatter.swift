import Tables
import UsageModel

/// Writes values for people in British English, from tables of our own: the same on every host.
package struct ValueFormatter: Hashable, Sendable {
  let money: MoneyNotation

  /// - Parameters:
  ///   - currency: ISO 4217.
  ///   - minorUnits: Decimals of an amount, 0 to 9.
  package init(currency: String, minorUnits: Int) {
    money = MoneyNotation(
      symbol: CurrencyNotation(code: currency).symbol, minorUnits: min(max(minorUnits, 0), 9))
  }

  /// With the decimals that the currency has.
  package init(currency: String) {
    self.init(currency: currency, minorUnits: CurrencyNotation(code: currency).minorUnits)
  }

  /// - Throws: ``ValueFormatError`` where a template asks for a format that the value cannot have;
  ///   NULL is a value and has words in every format.
  package func text(_ cell: Cell, as format: ValueFormat) throws(ValueFormatError) -> String {
    if cell.isNull { return format.unknownText }
    switch format {
    case .money: return money.money(try nano(cell, as: format))
    case .amount: return money.money(try nano(cell, as: format), hasSymbol: false)
    case .price: return money.price(try nano(cell, as: format))
    case .average: return money.average(try nano(cell, as: format))
    case .change: return money.change(try nano(cell, as: format))
    case .difference: return money.change(try nano(cell, as: format), hasSymbol: false)
    case .compact: return compactText(try FormattedNumber(cell, as: format))
    case .words: return wordsText(try FormattedNumber(cell, as: format))
    case .tokens: return wholeText(try FormattedNumber(cell, as: format))
    case .percent: return percentText(try FormattedNumber(cell, as: format).real)
    case .delta: return deltaText(try FormattedNumber(cell, as: format).real)
    case .more: return moreText(try FormattedNumber(cell, as: format).real)
    case .day: return dayText(try calendarDay(cell, as: format))
    case .date: return dateText(try calendarDay(cell, as: format))
    case .short: return shortDateText(try calendarDay(cell, as: format))
    case .month: return monthText(try calendarMonth(cell, as: format))
    case .text: return plainText(of: cell)
    }
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
