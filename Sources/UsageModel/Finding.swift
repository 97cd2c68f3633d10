/// Something about the data that a person should know, with what to do about it.
package struct Finding: Hashable, Codable, Sendable {
  package enum Severity: String, CaseIterable, Hashable, Codable, Sendable {
    /// Amounts are wrong or missing because of it.
    case problem
    /// Somebody has to decide or assign something.
    case attention
    /// Good to know.
    case note
  }

  package let severity: Severity
  /// Stable, for scripts: `unassigned-subscription`, `unpriced-model`, `missing-day`, …
  package let code: String
  /// nil where the finding is not about one day.
  package let day: CalendarDay?
  /// The id it is about: a subscription, a model, a source, …
  package let subject: String
  package let detail: String
  package let remedy: String
  /// A line to paste into a file of the workbook folder, with words in capitals to fill in.
  package let line: String?

  package init(
    severity: Severity, code: String, day: CalendarDay? = nil, subject: String, detail: String,
    remedy: String, line: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.day = day
    self.subject = subject
    self.detail = detail
    self.remedy = remedy
    self.line = line
  }
}
