import Testing

/// The list of sources in, everything printed out. Line 5 of the file is `sources:`.
@Suite struct SourceMistakesTests {
  @Test(arguments: [
    (
      "  - trace.csv",
      """
      error: a source must be a mapping, not a text
          → tokenbook.yml:6:5
              - trace.csv
                ^
        fix: write '- name: gateway-export', and its other keys below
      """
    ),
    (
      "  - nam: a",
      """
      error: unknown key 'nam'
          → tokenbook.yml:6:5
              - nam: a
                ^
        fix: did you mean 'name'? keys: name, kind, counts, path, until, dimensions, columns, \
      constants, time_zone_of_data, days, cached, app, workspace, cluster, database, table, metrics, \
      credential, from, endpoint, audience

      error: the key 'kind' is missing
          → tokenbook.yml:6:5
              - nam: a
                ^
        fix: add 'kind: azure-monitor-export'
      """
    ),
    (
      "  - {name: a, kind: csv, columns: {time: T, total_tokens: N}}",
      """
      error: the key 'path' is missing
          → tokenbook.yml:6:5
              - {name: a, kind: csv, columns: {time: T, total_tokens: N}}
                ^
        fix: add 'path: exports/'
      """
    ),
    (
      """
        - {name: a, kind: azure-monitor-exports, path: x}
        - {name: a, kind: azure-monitor-export, counts: "", path: [{}]}
      """,
      """
      error: unknown kind of source 'azure-monitor-exports'
          → tokenbook.yml:6:21
              - {name: a, kind: azure-monitor-exports, path: x}
                                ^
        fix: did you mean 'azure-monitor-export'? kinds: azure-monitor-export, csv, \
      litellm-daily-spend, opentelemetry-otlp, openai-usage, anthropic-usage, application-insights, \
      log-analytics, gateway-llm-log, data-explorer

      error: two sources are called 'a': lines 6 and 7
          → tokenbook.yml:7:12
              - {name: a, kind: azure-monitor-export, counts: "", path: [{}]}
                       ^
        fix: give each source a name of its own

      error: 'counts' is empty
          → tokenbook.yml:7:51
              - {name: a, kind: azure-monitor-export, counts: "", path: [{}]}
                                                              ^
        fix: write 'counts: gateway-traffic'

      error: 'path' must be a text, not a mapping
          → tokenbook.yml:7:62
              - {name: a, kind: azure-monitor-export, counts: "", path: [{}]}
                                                                         ^
        fix: write 'path: exports/'
      """
    ),
    (
      """
        - name: a
          kind: azure-monitor-export
          path: x
          until: soon
          columns: {time: T}
          dimensions: {usr: User ID}
      """,
      """
      error: 'soon' is not a date
          → tokenbook.yml:9:12
                until: soon
                       ^
        fix: write YYYY-MM-DD, such as 2026-10-31

      error: 'columns' means nothing to a source of the kind 'azure-monitor-export'
          → tokenbook.yml:10:5
                columns: {time: T}
                ^
        fix: remove it; keys: name, kind, counts, path, until, dimensions

      error: unknown key 'usr'
          → tokenbook.yml:11:18
                dimensions: {usr: User ID}
                             ^
        fix: did you mean 'user'? keys: subscription, user, feature, model
      """
    ),
    (
      "  - {name: a, kind: csv, path: x}",
      """
      error: the key 'columns' is missing
          → tokenbook.yml:6:5
              - {name: a, kind: csv, path: x}
                ^
        fix: add 'columns: {time: TIMESTAMP, total_tokens: Tokens}'
      """
    ),
    (
      """
        - name: a
          kind: csv
          path: x
          columns: {promt_tokens: In, model: M}
          constants: {time: x, model: gpt-4o}
          time_zone_of_data: utc
          days: UTC
      """,
      """
      error: unknown time zone 'utc'
          → tokenbook.yml:11:24
                time_zone_of_data: utc
                                   ^
        fix: did you mean 'UTC'? write an IANA name such as Europe/Berlin or UTC

      error: unknown value 'UTC' of 'days'
          → tokenbook.yml:12:11
                days: UTC
                      ^
        fix: did you mean 'utc'? values: local, utc

      error: unknown key 'time'
          → tokenbook.yml:10:17
                constants: {time: x, model: gpt-4o}
                            ^
        fix: keys: subscription, user, feature, model, metric

      error: unknown key 'promt_tokens'
          → tokenbook.yml:9:15
                columns: {promt_tokens: In, model: M}
                          ^
        fix: did you mean 'prompt_tokens'? keys: time, subscription, user, feature, model, requests, \
      prompt_tokens, completion_tokens, total_tokens, cached_tokens, cache_write_tokens, \
      reasoning_tokens, metric, tokens

      error: the key 'time' is missing
          → tokenbook.yml:9:5
                columns: {promt_tokens: In, model: M}
                ^
        fix: add 'time: TIMESTAMP'

      error: 'model' is both a column and a constant
          → tokenbook.yml:9:33
                columns: {promt_tokens: In, model: M}
                                            ^
        fix: keep one of them
      """
    ),
    (
      "  - {name: a, kind: csv, path: x, columns: {time: T}}",
      """
      error: no column holds tokens
          → tokenbook.yml:6:35
              - {name: a, kind: csv, path: x, columns: {time: T}}
                                              ^
        fix: add one of: prompt_tokens, completion_tokens, total_tokens, cached_tokens, \
      cache_write_tokens, reasoning_tokens; or 'metric' and 'tokens'
      """
    ),
    (
      "  - {name: a, kind: csv, path: x, columns: {time: T, total_tokens: N, tokens: N}}",
      """
      error: 'total_tokens' cannot stand beside 'metric' and 'tokens'
          → tokenbook.yml:6:54
              - {name: a, kind: csv, path: x, columns: {time: T, total_tokens: N, tokens: N}}
                                                                 ^
        fix: name the columns of the metrics, or 'metric' and 'tokens' for one metric a row
      """
    ),
    (
      "  - {name: a, kind: csv, path: x, columns: {time: T, metric: M}}",
      """
      error: 'metric' needs 'tokens'
          → tokenbook.yml:6:54
              - {name: a, kind: csv, path: x, columns: {time: T, metric: M}}
                                                                 ^
        fix: add 'tokens: COLUMN' to 'columns'
      """
    ),
    (
      "  - {name: a, kind: csv, path: x, columns: {time: T, tokens: N}}",
      """
      error: 'tokens' needs 'metric'
          → tokenbook.yml:6:54
              - {name: a, kind: csv, path: x, columns: {time: T, tokens: N}}
                                                                 ^
        fix: add 'metric: COLUMN' to 'columns', or 'metric: Total Tokens' to 'constants'
      """
    ),
  ])
  func `a mistake in a source is shown where it is`(sources: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": sampleSettings + "sources:\n\(sources)\n"]) == expected)
  }

  @Test func `one metric may be a constant`() {
    let source =
      "{name: a, kind: csv, path: x, columns: {time: T, tokens: N}, constants: {metric: M}}"

    #expect(mistakes(["tokenbook.yml": sampleSettings + "sources:\n  - \(source)\n"]) == nil)
  }
}
