/// The `tokenbook.yml` of a new workbook, which explains itself.
func starterSettings(
  title: String, organisation: String, currency: String, timeZone: String
) -> String {
  """
  # What this workbook is called, and whose it is. Both stand on every page.
  title: \(doubleQuoted(title))
  organisation: \(doubleQuoted(organisation))

  # The currency of every price and amount (ISO 4217), and the time zone that says what a day is
  # (IANA). Both are stamped into the snapshot with the first import and cannot be changed later.
  currency: \(doubleQuoted(currency))
  time_zone: \(doubleQuoted(timeZone))

  # How dates and numbers are written.
  locale: en-GB

  # How many days back usage may still arrive, 0 to 31. These days are marked "may still change".
  lookback: 3

  # How pages may show people: off; groups, of five people or more; pseudonyms, which need a key in
  # the environment variable TOKENBOOK_PSEUDONYM_KEY; or names, which need an agreement.
  users: off
  # agreement: {document: Works agreement 12, date: 2026-01-31}

  # Whom readers ask.
  # contact: ai-costs@company.example

  # A picture (SVG or PNG) beside the organisation's name, and a colour for the current page and
  # for what is in order.
  # logo: logo.svg
  # accent: "#14503F"

  # Pages that have another address now: links to the old one go on working.
  # moved: {teams/old-name: teams/new-name}

  # Where things are kept, relative to this file. A page in templates replaces the built-in page of
  # the same name; site is replaced as a whole by every build.
  snapshot: snapshot.sqlite
  templates: Templates
  site: site

  # Where usage comes from. Remove the # from a source, and from every line of it. Sources that see
  # the same calls say so with the same word after counts, and a call counts once.
  sources:
  # Application Insights, asked by tokenbook pull. app is the Application ID under API Access. What
  # signs in comes from the environment, such as AZURE_CLIENT_SECRET, and never stands here.
  #  - name: gateway
  #    kind: application-insights
  #    app: 00000000-0000-0000-0000-000000000000
  #    counts: gateway-traffic
  # Files that an Azure Monitor diagnostic export wrote; dimensions name the metrics' properties.
  #  - name: gateway-export
  #    kind: azure-monitor-export
  #    path: exports/
  #    counts: gateway-traffic
  #    dimensions: {subscription: Subscription ID, user: User ID, feature: API ID, model: Model}
  # Any table; columns say which column holds what, constants what no column holds.
  #  - name: code-assistant
  #    kind: csv
  #    path: trace.csv
  #    columns: {time: TIMESTAMP, prompt_tokens: ContextTokens, completion_tokens: GeneratedTokens}
  #    constants: {subscription: code-assistant, feature: code-completion, model: gpt-4o}
  #    time_zone_of_data: UTC

  """
}

/// A YAML text in double quotes, whatever it contains.
private func doubleQuoted(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": escaped += "\\\(scalar)"
    case "\n": escaped += "\\n"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return "\"\(escaped)\""
}
