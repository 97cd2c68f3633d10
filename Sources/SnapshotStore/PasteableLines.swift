import Pricing
import Tables
import UsageModel

/// Lines for the files of the workbook folder that settle a finding and nothing else: each ends on
/// the day before another row of the book takes over.
struct PasteableLines {
  let book: PriceBook
  let currency: String

  /// - Parameter day: One on which nobody pays for the subscription.
  /// - Returns: nil where the id cannot be written into a file.
  func subscription(_ id: String, from day: CalendarDay) -> String? {
    guard canBeWritten(id) else { return nil }
    let periods = book.membership.subscriptions.filter { $0.subscription == id }
    let last = lastDay(before: periods.map(\.validity), from: day)
    return "\(csvField(id)),TEAM,NAME,\(day),\(last)"
  }

  /// - Parameters:
  ///   - tokenClass: nil is a line for all of them.
  ///   - day: One on which some usage of the model and class has no price.
  /// - Returns: nil where the model's id cannot be written into a file.
  func rate(model: String, tokenClass: TokenClass?, from day: CalendarDay) -> String? {
    guard canBeWritten(model), !model.contains("*") else { return nil }
    let rivals = rivals(model: model, tokenClass: tokenClass).map(\.validity)
    let last = lastDay(before: rivals, from: day)
    let fields = [
      csvField(model), "", "", "", tokenClass?.rawValue ?? "", "PRICE", "1M", currency,
      day.description, last, "", "", "",
    ]
    return fields.joined(separator: ",")
  }

  /// Whether a line for all classes would leave alone what has a price on its first day.
  func canPriceAllClasses(of model: String, from day: CalendarDay) -> Bool {
    !rivals(model: model, tokenClass: nil).contains { $0.validity.contains(day) }
  }

  /// The rates that a new one for this model and class would collide with, or win against.
  private func rivals(model: String, tokenClass: TokenClass?) -> [Rate] {
    let new = RateScope(model: model, tokenClass: tokenClass)
    return book.rates.filter { rate in
      let scope = rate.scope
      return scope.precedence <= new.precedence && scope.feature == nil
        && (scope.model ?? model) == model
        && (tokenClass == nil || (scope.tokenClass ?? tokenClass) == tokenClass)
    }
  }

  private func lastDay(before validities: [Validity], from day: CalendarDay) -> String {
    let next = validities.compactMap(\.from).filter { $0 > day }.min()
    return next?.advanced(by: -1).description ?? ""
  }
}

/// Whether the files accept an id (WorkbookFolder).
private func canBeWritten(_ id: String) -> Bool {
  id != SeriesKey.unknown && id != Payer.unassigned
    && !id.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
}
