import SourceText

/// A sentence beside a coloured line, with icon and word; nothing where the query has no row.
func calloutHTML(_ callout: CalloutDefinition, _ rows: StepRows) throws(Diagnostic) -> HTMLBuffer {
  var html = HTMLBuffer()
  guard !rows.table.rows.isEmpty else { return html }
  guard rows.table.rows.count == 1 else {
    throw Diagnostic(
      .rowCount(query: rows.step.query, found: rows.table.rows.count), in: rows.scope.file,
      at: rows.step.position)
  }
  html.append(markup: "<div class=\"callout callout-\(callout.status.rawValue)\">")
  html.append(markup: callout.status.markup + "<p><strong class=\"callout-word\">")
  html.append(text: try rows.scope.text(callout.word))
  html.append(markup: "</strong> ")
  html.append(text: try rows.scope.text(callout.text))
  if let link = callout.link, let reference = try rows.scope.reference(link) {
    html.append(markup: " ")
    html.append(link: try rows.scope.text(callout.linkText), to: reference)
  }
  html.append(markup: "</p></div>\n")
  return html
}
