import Foundation
import Testing

/// What a person reads who made a mistake in tokenbook.yml, a CSV file or a template.
@Suite struct FolderMistakeTests {
  @Test(arguments: [
    Mistake(
      "no tokenbook.yml", ["build"], status: 78,
      errors: """
        error: no tokenbook.yml in 'DIR'
          fix: run 'tokenbook init' in an empty folder, or name the workbook folder: \
        '--workbook DIR'
        """
    ) { try $0.remove("tokenbook.yml") },
    Mistake(
      "a price that is no number", ["build"], status: 78,
      errors: """
        error: the number '2,50' has a comma
            → rates.csv:2:11
              ,,,,input,"2,50",1M,EUR,2026-01-01,,Finance,2025-12-15,Price list
                        ^
          fix: write a decimal point: 2.50
        """
    ) { try $0.replace("2.50", with: "\"2,50\"", in: "rates.csv") },
    Mistake(
      "an unknown key", ["import"], status: 78,
      errors: """
        error: unknown key 'titel'
            → tokenbook.yml:1:1
              titel: Sample
              ^
          fix: did you mean 'title'? keys: title, organisation, currency, time_zone, locale, \
        lookback, users, agreement, contact, logo, accent, moved, snapshot, templates, site, \
        sources, trusted_hosts, certificate_file, proxy
        """
    ) { try $0.replace("title:", with: "titel:", in: "tokenbook.yml") },
    Mistake(
      "two mistakes in a template", ["build"], status: 78,
      errors: """
        error: unknown format 'mony'
            → Templates/costs.md:5:12
              ## It cost {{q.cost | mony}}
                         ^
          fix: did you mean 'money'? formats: money, amount, rounded, price, average, change, \
        difference, compact, words, tokens, percent, delta, more, day, date, short, month, text

        error: unknown query 'r'
            → Templates/costs.md:11:9
              ```grid r
                      ^
          fix: queries: q
        """
    ) {
      try $0.write(
        """
        ---
        title: Costs
        ---

        ## It cost {{q.cost | mony}}

        ```sql q
        select spend(cost) as cost, sum(unpriced_tokens) as unpriced_tokens from charges
        ```

        ```grid r
        columns: [cost]
        ```

        """, to: "Templates/costs.md")
    },
    Mistake(
      "another time zone than the snapshot's", ["build"], status: 78,
      errors: """
        error: the snapshot's days are days in 'UTC', and tokenbook.yml says 'Europe/Berlin'
          fix: write `time_zone: UTC` again, or import everything into a new snapshot
        """
    ) { try $0.replace("UTC", with: "Europe/Berlin", in: "tokenbook.yml") },
    Mistake(
      "another time zone, at an import", ["import"], status: 78,
      errors: """
        error: the snapshot's days are days in 'UTC', and tokenbook.yml says 'Europe/Berlin'
          fix: write `time_zone: UTC` again, or import everything into a new snapshot
        """
    ) { try $0.replace("UTC", with: "Europe/Berlin", in: "tokenbook.yml") },
    Mistake(
      "a source that is no longer named", ["build"], status: 78,
      errors: """
        error: the snapshot holds usage of source 'gateway', which tokenbook.yml does not name
          fix: name 'gateway' under `sources:` again, with `until: 2026-10-02` if it has ended; a source \
        that only has a new name keeps its old one, or both get the same `counts:`
        """
    ) { try $0.replace("name: gateway", with: "name: renamed", in: "tokenbook.yml") },
    Mistake(
      "a source that was renamed, at an import", ["import"], status: 78,
      errors: """
        error: the snapshot holds usage of source 'gateway', which tokenbook.yml does not name
          fix: name 'gateway' under `sources:` again, with `until: 2026-10-02` if it has ended; a source \
        that only has a new name keeps its old one, or both get the same `counts:`
        """
    ) { try $0.replace("name: gateway", with: "name: renamed", in: "tokenbook.yml") },
  ])
  func `a mistake in the folder is named and nothing changes`(mistake: Mistake) throws {
    try mistake.check()
  }
}
