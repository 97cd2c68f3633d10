import UsageModel

/// How much is used by nobody that is known.
func userSection(_ checked: CheckedSource) -> ReportSection? {
  guard let placeholders = checked.answers.placeholders, let whole = checked.whole,
    whole.records > 0
  else { return nil }
  // Said of the dimension already.
  if checked.answers.dimensions?.first(where: { $0.dimension == "user" })?.values == 0 {
    return nil
  }
  var section = ReportSection(title: "Users")
  let base = ShareBase(whole: whole)
  guard !placeholders.isEmpty else {
    section.lines.append(.fact("Every record names a user, and none a word such as 'N/A'."))
    return section
  }
  section.lines.append(
    .table(
      ReportTable(
        columns: [
          .text("user"), .number("records"), .number("tokens"),
          .number("share of \(base.noun)"),
        ],
        rows: placeholders.map { user in
          [
            shownName(user.name), groupedDigits(user.amount.records),
            groupedDigits(user.amount.tokens), base.percent(of: user.amount),
          ]
        })))
  let sum = placeholders.reduce(Amount.nothing) { $0 + $1.amount }
  section.lines.append(
    .finding(
      "\(base.text(of: sum)) with no user, or a word for nobody",
      fix: checked.isGatewayLog
        ? "the log has only users of the gateway itself; metrics can name who calls (tokenbook policy)"
        : "let the policy send who calls (tokenbook policy); a call without a validated token has "
          + "nobody to name"))
  return section
}
