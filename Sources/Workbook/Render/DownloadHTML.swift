import SourceText

/// A link to the CSV file of the query's rows.
func downloadHTML(
  _ download: DownloadDefinition, _ rows: StepRows
) throws(Diagnostic) -> HTMLBuffer {
  var html = HTMLBuffer()
  html.append(markup: "<p class=\"download\"><a href=\"\(rows.csvName)\" download>")
  html.append(text: try rows.scope.text(download.title))
  html.append(markup: "</a></p>\n")
  return html
}
