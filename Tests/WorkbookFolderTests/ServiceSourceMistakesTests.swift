import Testing

/// One source in, everything printed out. Line 5 of the file is `sources:`.
@Suite struct ServiceSourceMistakesTests {
  @Test(arguments: [
    (
      "- {name: a, kind: application-insights}",
      """
      error: the key 'app' is missing
          → tokenbook.yml:6:3
            - {name: a, kind: application-insights}
              ^
        fix: add 'app: 6f2c0d3e-1111-2222-3333-444455556666'
      """
    ),
    (
      "- {name: a, kind: gateway-llm-log}",
      """
      error: the key 'workspace' is missing
          → tokenbook.yml:6:3
            - {name: a, kind: gateway-llm-log}
              ^
        fix: add 'workspace: 6f2c0d3e-1111-2222-3333-444455556666'
      """
    ),
    (
      "- {name: a, kind: data-explorer}",
      """
      error: the key 'cluster' is missing
          → tokenbook.yml:6:3
            - {name: a, kind: data-explorer}
              ^
        fix: add 'cluster: https://usage.westeurope.kusto.windows.net'

      error: the key 'database' is missing
          → tokenbook.yml:6:3
            - {name: a, kind: data-explorer}
              ^
        fix: add 'database: usage'
      """
    ),
    (
      "- {name: a, kind: gateway-llm-log, path: x, metrics: [x],\n   workspace: \(guid)}",
      """
      error: 'path' means nothing to a source of the kind 'gateway-llm-log'
          → tokenbook.yml:6:36
            - {name: a, kind: gateway-llm-log, path: x, metrics: [x],
                                               ^
        fix: remove it; keys: name, kind, counts, until, workspace, credential, from, endpoint, audience

      error: 'metrics' means nothing to a source of the kind 'gateway-llm-log'
          → tokenbook.yml:6:45
            - {name: a, kind: gateway-llm-log, path: x, metrics: [x],
                                                        ^
        fix: remove it; keys: name, kind, counts, until, workspace, credential, from, endpoint, audience
      """
    ),
    (
      "- {name: a, kind: application-insights, app: gateway}",
      """
      error: 'app' must be a GUID of 36 characters, not 'gateway'
          → tokenbook.yml:6:46
            - {name: a, kind: application-insights, app: gateway}
                                                         ^
        fix: write the Application ID that the portal shows under API Access, not the instrumentation \
      key: 'app: 6f2c0d3e-1111-2222-3333-444455556666'
      """
    ),
    (
      "- {name: a, kind: log-analytics, workspace: /subscriptions/1/workspaces/w}",
      """
      error: 'workspace' is the id of an Azure resource, not a GUID
          → tokenbook.yml:6:45
            - {name: a, kind: log-analytics, workspace: /subscriptions/1/workspaces/w}
                                                        ^
        fix: write the Workspace ID that the portal shows in the workspace's overview: \
      'workspace: 6f2c0d3e-1111-2222-3333-444455556666'
      """
    ),
    (
      "- {name: a, kind: log-analytics, workspace: 6f2c0d3e-1111-2222-3333-44445555666g}",
      """
      error: 'workspace' must be a GUID of 36 characters, not '6f2c0d3e-1111-2222-3333-44445555666g'
          → tokenbook.yml:6:45
            - {name: a, kind: log-analytics, workspace: 6f2c0d3e-1111-2222-3333-44445555666g}
                                                        ^
        fix: write the Workspace ID that the portal shows in the workspace's overview: \
      'workspace: 6f2c0d3e-1111-2222-3333-444455556666'
      """
    ),
    (
      "- {name: a, kind: data-explorer, cluster: c, database: u, table: AppMetric}",
      """
      error: 'cluster' must be 'https://' and a host, not 'c'
          → tokenbook.yml:6:43
            - {name: a, kind: data-explorer, cluster: c, database: u, table: AppMetric}
                                                      ^
        fix: write 'cluster: https://usage.westeurope.kusto.windows.net'

      error: unknown value 'AppMetric' of 'table'
          → tokenbook.yml:6:66
            - {name: a, kind: data-explorer, cluster: c, database: u, table: AppMetric}
                                                                             ^
        fix: did you mean 'AppMetrics'? values: AppMetrics, customMetrics
      """
    ),
  ])
  func `a mistake in a source is shown where it is`(source: String, expected: String) {
    #expect(mistakes(["tokenbook.yml": sampleSettings + "sources:\n\(source)\n"]) == expected)
  }

  @Test(arguments: [
    (
      "endpoint: logs.contoso.example",
      """
      error: 'endpoint' must be 'https://' and a host, not 'logs.contoso.example'
          → tokenbook.yml:9:13
              endpoint: logs.contoso.example
                        ^
        fix: write 'endpoint: https://api.loganalytics.azure.com'
      """
    ),
    (
      "endpoint: https://api.loganalytics.io/v1/workspaces?timespan=P1D",
      """
      error: 'endpoint' has more than a host: 'https://api.loganalytics.io/v1/workspaces?timespan=P1D'
          → tokenbook.yml:9:13
              endpoint: https://api.loganalytics.io/v1/workspaces?timespan=P1D
                        ^
        fix: write 'endpoint: https://api.loganalytics.io'; what is asked there follows from the \
      other keys
      """
    ),
    (
      "endpoint: http://api.loganalytics.io",
      """
      error: 'endpoint' is not encrypted: a token goes only over TLS
          → tokenbook.yml:9:13
              endpoint: http://api.loganalytics.io
                        ^
        fix: write 'endpoint: https://api.loganalytics.io'
      """
    ),
    (
      "endpoint: https://api.loganalytics.io.evil.example:444",
      """
      error: a token may not go to 'api.loganalytics.io.evil.example', which is no host of the service
          → tokenbook.yml:9:13
              endpoint: https://api.loganalytics.io.evil.example:444
                        ^
        fix: correct it, or name the host at the top level of tokenbook.yml: \
      'trusted_hosts: [api.loganalytics.io.evil.example]'
      """
    ),
    (
      "endpoint: http://127.0.0.1:8080",
      """
      error: a token may not go to '127.0.0.1', which is no host of the service
          → tokenbook.yml:9:13
              endpoint: http://127.0.0.1:8080
                        ^
        fix: correct it, or name the host at the top level of tokenbook.yml: 'trusted_hosts: [127.0.0.1]'
      """
    ),
    (
      "audience: https://api.loganalytics.io/.default",
      """
      error: 'audience' ends in '/.default', which is added to it
          → tokenbook.yml:9:13
              audience: https://api.loganalytics.io/.default
                        ^
        fix: leave /.default out: 'audience: https://api.loganalytics.io'
      """
    ),
    (
      "audience: http://api.loganalytics.io",
      """
      error: 'audience' must be an address that begins with 'https://' or 'api://', \
      not 'http://api.loganalytics.io'
          → tokenbook.yml:9:13
              audience: http://api.loganalytics.io
                        ^
        fix: write 'audience: https://api.loganalytics.io'
      """
    ),
    (
      "credential: manged",
      """
      error: unknown value 'manged' of 'credential'
          → tokenbook.yml:9:15
              credential: manged
                          ^
        fix: did you mean 'managed'? values: environment, workload, managed, cli
      """
    ),
    // It could be one.
    (
      "credential: canary-5up3r-s3cr3t",
      """
      error: unknown value of 'credential'
          → tokenbook.yml:9:15
        fix: values: environment, workload, managed, cli; what they sign in with comes from the \
      environment
      """
    ),
    (
      "from: 2026-10-02\n  until: 2026-10-01",
      """
      error: 'from' is after 'until', which is 2026-10-01
          → tokenbook.yml:9:9
              from: 2026-10-02
                    ^
        fix: write the first day in 'from' and the last in 'until'
      """
    ),
    (
      "from: yesterday",
      """
      error: 'yesterday' is not a date
          → tokenbook.yml:9:9
              from: yesterday
                    ^
        fix: write YYYY-MM-DD, such as 2026-10-31
      """
    ),
    (
      "metrics: Total Tokens",
      """
      error: 'metrics' must be a list, not a text
          → tokenbook.yml:9:12
              metrics: Total Tokens
                       ^
        fix: write 'metrics: [Prompt Tokens, Completion Tokens]'
      """
    ),
    (
      "metrics: []",
      """
      error: 'metrics' names none
          → tokenbook.yml:9:12
              metrics: []
                       ^
        fix: write 'metrics: [Prompt Tokens, Completion Tokens]', or remove it: then every name that \
      ends in ' Tokens' counts
      """
    ),
    (
      "metrics: [Total Tokens, \"\", Total Tokens]",
      """
      error: 'metrics' is empty
          → tokenbook.yml:9:27
              metrics: [Total Tokens, "", Total Tokens]
                                      ^
        fix: write 'metrics: [Prompt Tokens, Completion Tokens]'

      error: 'Total Tokens' is in 'metrics' twice
          → tokenbook.yml:9:31
              metrics: [Total Tokens, "", Total Tokens]
                                          ^
        fix: remove one of them
      """
    ),
    (
      "dimensions: {team: x}",
      """
      error: unknown key 'team'
          → tokenbook.yml:9:16
              dimensions: {team: x}
                           ^
        fix: keys: subscription, user, feature, model
      """
    ),
    (
      "counts: [a]",
      """
      error: 'counts' must be a text, not a list
          → tokenbook.yml:9:11
              counts: [a]
                      ^
        fix: write 'counts: gateway-traffic'
      """
    ),
  ])
  func `a wrong value is shown with the right one`(line: String, expected: String) {
    let source = "- name: a\n  kind: log-analytics\n  workspace: \(guid)\n  \(line)\n"

    #expect(mistakes(["tokenbook.yml": sampleSettings + "sources:\n" + source]) == expected)
  }

  @Test func `the line to add keeps the hosts that are trusted already`() {
    let settings =
      sampleSettings + "trusted_hosts: [a.example]\nsources:\n  - {name: a, kind: data-explorer, "
      + "cluster: \"https://[::1]:8443\", database: u}\n"

    #expect(
      mistakes(["tokenbook.yml": settings])?
        .hasSuffix(#"'trusted_hosts: [a.example, "::1"]'"#) == true)
  }
}
