import Testing

/// tokenbook.yml in, everything printed out.
@Suite struct SettingsMistakesTests {
  @Test(arguments: [
    (
      "# nothing yet\n",
      """
      error: the key 'title' is missing
          → tokenbook.yml
        fix: add 'title: AI usage and cost'

      error: the key 'organisation' is missing
          → tokenbook.yml
        fix: add 'organisation: Contoso'

      error: the key 'currency' is missing
          → tokenbook.yml
        fix: add 'currency: EUR'

      error: the key 'time_zone' is missing
          → tokenbook.yml
        fix: add 'time_zone: Europe/Berlin'
      """
    ),
    (
      "- title\n",
      """
      error: the file must be a mapping, not a list
          → tokenbook.yml:1:1
            - title
            ^
        fix: write one 'key: value' a line, such as 'title: AI usage and cost'
      """
    ),
    (
      "title: AI: cost\n",
      """
      error: not valid YAML: mapping values are not allowed in this context
          → tokenbook.yml:1:10
            title: AI: cost
                     ^
        fix: put a text that contains ': ' in quotes, and check the indentation
      """
    ),
    (
      """
      title:
      organisation: [Contoso]
      currency: euro
      time_zone: Berlin

      """,
      """
      error: 'title' is empty
          → tokenbook.yml:1:7
            title:
                  ^
        fix: write 'title: AI usage and cost'

      error: 'organisation' must be a text, not a list
          → tokenbook.yml:2:15
            organisation: [Contoso]
                          ^
        fix: write 'organisation: Contoso'

      error: unknown currency 'euro'
          → tokenbook.yml:3:11
            currency: euro
                      ^
        fix: did you mean 'EUR'? write an ISO 4217 code such as EUR, GBP or USD

      error: unknown time zone 'Berlin'
          → tokenbook.yml:4:12
            time_zone: Berlin
                       ^
        fix: did you mean 'Europe/Berlin'? write an IANA name such as Europe/Berlin or UTC
      """
    ),
    (
      """
      title: "a\\ab"
      organisation: Contoso
      currency: QQQQ
      time_zone: Middle-earth

      """,
      """
      error: control character U+0007 in 'title'
          → tokenbook.yml:1:8
            title: "a\\ab"
                   ^
        fix: remove it: 'a␇b'

      error: unknown currency 'QQQQ'
          → tokenbook.yml:3:11
            currency: QQQQ
                      ^
        fix: write an ISO 4217 code such as EUR, GBP or USD

      error: unknown time zone 'Middle-earth'
          → tokenbook.yml:4:12
            time_zone: Middle-earth
                       ^
        fix: write an IANA name such as Europe/Berlin or UTC
      """
    ),
  ])
  func `a mistake in the file is shown where it is`(text: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": text]) == expected)
  }

  @Test(arguments: [
    (
      "time_zon: UTC",
      """
      error: unknown key 'time_zon'
          → tokenbook.yml:5:1
            time_zon: UTC
            ^
        fix: did you mean 'time_zone'? keys: title, organisation, currency, time_zone, locale, \
      lookback, users, agreement, contact, logo, accent, moved, snapshot, templates, site, sources, \
      trusted_hosts, certificate_file, proxy
      """
    ),
    (
      "lookback: 32",
      """
      error: 'lookback' must be a number of days from 0 to 31, not '32'
          → tokenbook.yml:5:11
            lookback: 32
                      ^
        fix: write 'lookback: 3'
      """
    ),
    (
      "users: pseudonym",
      """
      error: unknown value 'pseudonym' of 'users'
          → tokenbook.yml:5:8
            users: pseudonym
                   ^
        fix: did you mean 'pseudonyms'? values: off, groups, pseudonyms, names
      """
    ),
    (
      "users: of",
      """
      error: unknown value 'of' of 'users'
          → tokenbook.yml:5:8
            users: of
                   ^
        fix: did you mean 'off'? values: off, groups, pseudonyms, names
      """
    ),
    (
      "users: names",
      """
      error: 'users: names' needs an agreement
          → tokenbook.yml:5:8
            users: names
                   ^
        fix: add 'agreement: {document: Works agreement 12, date: 2026-01-31}', or write \
      'users: groups', which names nobody
      """
    ),
    (
      "agreement: {documnt: x, date: 31.1.2026}",
      """
      error: unknown key 'documnt'
          → tokenbook.yml:5:13
            agreement: {documnt: x, date: 31.1.2026}
                        ^
        fix: did you mean 'document'? keys: document, date

      error: '31.1.2026' is not a date
          → tokenbook.yml:5:31
            agreement: {documnt: x, date: 31.1.2026}
                                          ^
        fix: write YYYY-MM-DD, such as 2026-10-31
      """
    ),
    (
      "agreement: yes",
      """
      error: 'agreement' must be a mapping, not a text
          → tokenbook.yml:5:12
            agreement: yes
                       ^
        fix: write 'agreement: {document: Works agreement 12, date: 2026-01-31}'
      """
    ),
    (
      "site: ..",
      """
      error: 'site' holds the workbook folder, and every build replaces it
          → tokenbook.yml:5:7
            site: ..
                  ^
        fix: write a folder of its own: 'site: site'
      """
    ),
    (
      "snapshot: site/snapshot.sqlite",
      """
      error: 'snapshot' lies inside 'site', and every build replaces that
          → tokenbook.yml:5:11
            snapshot: site/snapshot.sqlite
                      ^
        fix: write 'snapshot: snapshot.sqlite' and 'site: site'
      """
    ),
    (
      "site: ./Templates",
      """
      error: 'templates' lies inside 'site', and every build replaces that
          → tokenbook.yml:5:7
            site: ./Templates
                  ^
        fix: write 'templates: Templates' and 'site: site'
      """
    ),
    (
      "sources: trace.csv",
      """
      error: 'sources' must be a list, not a text
          → tokenbook.yml:5:10
            sources: trace.csv
                     ^
        fix: write 'sources: []'
      """
    ),
  ])
  func `a wrong value is shown with the right one`(line: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": sampleSettings + line + "\n"]) == expected)
  }
}
