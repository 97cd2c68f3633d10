import Analysis
import SourceText
import Tables
import UsageModel

/// The amounts in the labels and sentences of one chart. Where the largest is 1,000 or more, money
/// is written without fractions; the table has them.
struct ChartAmounts {
  private let format: ValueFormat
  private let exact: ValueFormatter
  private let rounded: ValueFormatter
  private let isRounded: Bool

  init(_ chart: ChartDefinition, _ site: SiteScope, all amounts: some Sequence<Int64?>) {
    format = chart.format
    exact = site.formatter
    rounded = ValueFormatter(
      currency: site.facts.currency, minorUnits: 0, locale: site.formatter.locale)
    let largest = amounts.compactMap { $0?.magnitude }.max() ?? 0
    isRounded = format == .rounded || format == .money && largest >= 1_000_000_000_000
  }

  func text(_ amount: Int64) throws(ValueFormatError) -> String {
    try formatter(of: amount).text(.integer(amount), as: format)
  }

  /// `€54,600–58,300`.
  func range(_ low: Int64, _ high: Int64) throws(ValueFormatError) -> String {
    guard low != high else { return try text(low) }
    guard [.money, .rounded].contains(format), low >= 0, high >= 0 else {
      return try text(low) + " to " + text(high)
    }
    // The symbol stands once; `amount` has none.
    let isSymbolLast = exact.locale.currencyPlacement == .after
    let start = try formatter(of: low).text(.integer(low), as: isSymbolLast ? .amount : format)
    let end = try formatter(of: high).text(.integer(high), as: isSymbolLast ? format : .amount)
    return start + Typography.wordJoiner + "–" + Typography.wordJoiner + end
  }

  /// What is not nothing is not written as nothing.
  private func formatter(of amount: Int64) -> ValueFormatter {
    isRounded && (amount == 0 || shownUnits(amount, decimals: 0) != 0) ? rounded : exact
  }
}

extension StepRows {
  /// A text of a drawing, which is never broken.
  func label(
    _ text: () throws(ValueFormatError) -> String
  ) throws(Diagnostic) -> String {
    do throws(ValueFormatError) {
      return drawnText(try text())
    } catch {
      throw Diagnostic(
        .unformattable(
          error.errorDescription ?? "the value cannot be written",
          remedy: error.recoverySuggestion ?? "choose another format"),
        in: scope.file, at: step.position)
    }
  }
}
