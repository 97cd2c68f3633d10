import Foundation
import Testing

/// `tokenbook check --source`: what really arrives, as of 24 November 2026 in Berlin.
@Suite struct CheckSourceTests {
  @Test(arguments: ServiceKindInTests.allCases)
  func `of a healthy source nothing stands out`(kind: ServiceKindInTests) throws {
    let service = try RunningService()
    try service.gets(SentUsage.week() + [SentUsage.request()])
    let folder = try workbook(for: service, sources: kind.source)

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    // Requests are not asked for on a cluster.
    let sampling =
      kind == .dataExplorer
      ? "" : "  No sign of sampling: 1 record of requests, each of one request.\n"
    #expect(
      outcome.output == """
        gateway, 2026-11-17 to 2026-11-23 (7 days, Europe/Berlin)
        Nothing stands out.

        Metrics
            name                  records  tokens  last record (UTC)     pulled
            Completion Tokens           7   1,400  2026-11-23T10:00:00Z  yes
            Prompt Cached Tokens        7   2,100  2026-11-23T10:00:00Z  yes
            Prompt Tokens               7   7,000  2026-11-23T10:00:00Z  yes
            Total Tokens                7   8,400  2026-11-23T10:00:00Z  yes

        Dimensions
            dimension     property         different values  tokens where empty  share
            subscription  Subscription ID                 1                   0    0 %
            user          User ID                         1                   0    0 %
            feature       API ID                          1                   0    0 %
            model         Model                           1                   0    0 %

        Users
          Every record names a user, and none a word such as 'N/A'.

        Teams (subscriptions.csv)
          Every subscription has a team on every day.

        Rates (rates.csv)
          Every model has a rate for each kind of token on every day.

        Counts
          Total = prompt + completion, in every series and on every day that has all three.
          Cached tokens never exceed those of the prompt, in any series on any day.

        Delay
          Half of the records could be asked for after 3.0 min, 95 % after 3.0 min, \
        99 % after 3.0 min, the last after 3.0 min.

        Days
          Every day has records of 'Total Tokens', 1 each.

        Double counting, sampling, moves
          No record of a total equals another: no sign that two policies emit the same calls.
        \(sampling)
        """)
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test(arguments: Trouble.all)
  func `what is wrong is named, and what it may be is a suspicion with its evidence`(
    trouble: Trouble
  ) throws {
    let service = try RunningService()
    try service.gets(trouble.usage)
    let folder = try workbook(for: service)

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(trouble.words), "\(outcome.output)")
  }

  @Test(arguments: [
    ([], "has no metric of any name on these days"),
    ([SentUsage.metric("CPU", 7)], "has no metric that ends in ' Tokens' on these days"),
  ])
  func `silence is followed by what to look at, in its order`(
    usage: [SentUsage], words: String
  ) throws {
    let service = try RunningService()
    try service.gets(usage)
    let folder = try workbook(for: service)

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        gateway, 2026-11-17 to 2026-11-23 (7 days, Europe/Berlin)
        1 thing to look at (!).

        Nothing to pull
          ! the service answers, and \(words)
              fix: go through the settings below, in their order

        What has to be on, in the order in which to look
            1. The gateway has a logger for Application Insights, and its diagnostics \
        'applicationinsights' have "metrics": true (an entry at the API goes before the one at the \
        service).
            2. Application Insights, Usage and estimated costs, Custom metrics: 'With dimensions' \
        (CustomMetricsOptedInType: WithDimensions).
            3. The diagnostics' sampling is 100 percent: whether less also thins the metrics is \
        not documented.
            4. No private link scope keeps the gateway from sending.
            5. The policy stands at one scope only: at two, every call counts twice.
            6. Calls that stream ask for their usage: "stream_options": {"include_usage": true}.
            7. After a move of the resource, the old one is a source of its own, with `until:`.
            8. The names of the dimensions are spelled as in tokenbook.yml, capitals included.
            9. An API without subscriptions has none: the policy then sends 'none'.
            10. In Azure Government, Application Insights cannot be queried: use kind log-analytics.

        """)
  }

  @Test func `silence of the gateway's log names its category`() throws {
    let service = try RunningService()
    let folder = try workbook(
      for: service, sources: PullWorkbook.source(kind: "gateway-llm-log"))

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        gateway, 2026-11-17 to 2026-11-23 (7 days, Europe/Berlin)
        1 thing to look at (!).

        Nothing to pull
          ! no call of a language model is in ApiManagementGatewayLlmLog on these days
              fix: send the gateway's category 'GatewayLlmLogs' to the workspace in \
        'Resource specific' mode

        """)
  }

  @Test(
    arguments: [
      (
        #"{"missing_tables":["AppMetrics"]}"#, 78,
        """
        error: source 'gateway': the Log Analytics workspace \
        '6f2c0d3e-1111-2222-3333-444455556666' has no table 'AppMetrics'; it appears with its \
        first record
          fix: let the gateway's diagnostics for Application Insights have '"metrics": true', and \
        switch Custom metrics to 'With dimensions'; `tokenbook policy` prints both

        """
      ),
      (
        #"{"forbidden":["6f2c0d3e-1111-2222-3333-444455556666"]}"#, 77,
        """
        error: source 'gateway': this identity may not read the Log Analytics workspace \
        '6f2c0d3e-1111-2222-3333-444455556666'
          fix: give the identity the role 'Log Analytics Reader' on the workspace; a new role may \
        take up to an hour to work

        """
      ),
      (
        #"{"secret":"another"}"#, 77,
        """
        error: the client secret of the application '00001111-aaaa-2222-bbbb-3333cccc4444' is wrong
          fix: copy the secret's Value, not its Secret ID, from 'Certificates & secrets' in Entra

        """
      ),
    ] as [(String, Int32, String)])
  func `a source that nobody lets in is said`(
    settings: String, status: Int32, message: String
  ) throws {
    let service = try RunningService()
    try service.gets(SentUsage.week())
    try service.tell("settings", settings)
    let folder = try workbook(for: service)

    let outcome = try folder.check(from: service)

    #expect(outcome == Executable.Outcome(status: status, output: "", errors: message))
  }

  @Test func `a question that fails is named, and the others are asked`() throws {
    let service = try RunningService()
    try service.gets(SentUsage.week())
    try service.fails(
      """
      {"match":{"query":"project Records, Unknown"},"action":"respond","status":400,"body":
       {"error":{"code":"BadArgumentError","message":"The request had some invalid properties",
        "innererror":{"code":"SemanticError","message":"A semantic error occurred"}}}}
      """)
    let folder = try workbook(for: service)

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("\nDelay\n"))
    #expect(outcome.output.contains("\nDays\n  Every day has records of 'Total Tokens', 1 each.\n"))
    #expect(
      outcome.output.hasSuffix(
        """

        Not known, because the question failed
          how late records come: the service refuses the query: A semantic error occurred

        """), "\(outcome.output)")
  }

  @Test func `what depends on a question that failed is not claimed`() throws {
    let service = try RunningService()
    try service.gets(SentUsage.week())
    try service.fails(
      """
      {"match":{"query":"project Metric, Records, Tokens"},"action":"respond","status":400,
       "body":{"error":{"code":"BadArgumentError","message":"no"}}}
      """)
    let folder = try workbook(for: service)
    // No price for cached tokens, which do occur.
    try folder.write(SampleWorkbook.rates, to: "rates.csv")

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("which metrics occur: "), "\(outcome.output)")
    #expect(!outcome.output.contains("Nothing stands out."), "\(outcome.output)")
    #expect(!outcome.output.contains("each kind of token"), "\(outcome.output)")
  }

  @Test func `a busy service and a broken connection are asked again`() throws {
    let service = try RunningService()
    try service.gets(SentUsage.week() + [SentUsage.request()])
    try service.fails(
      #"{"match":{"path":"/query$","nth":3},"action":"reset","times":1}"#,
      #"{"match":{"path":"/query$","nth":5},"action":"throttle","retry_after":0,"times":1}"#)
    let folder = try workbook(for: service)

    let outcome = try folder.check(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\nNothing stands out.\n"), "\(outcome.output)")
  }

  @Test(arguments: ["0", "32"])
  func `other numbers of days than 1 to 31 are refused`(days: String) throws {
    let folder = try SampleWorkbook.written()

    let outcome = try folder.tokenbook(["check", "--source", "gateway", "--days", days])

    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: --days must be 1 to 31, not \(days)\n"))
  }

  @Test func `31 days are asked for at once`() throws {
    let service = try RunningService()
    try service.gets(SentUsage.week())
    let folder = try workbook(for: service)

    let outcome = try folder.check(["--days", "31"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix("gateway, 2026-10-24 to 2026-11-23 (31 days, Europe/Berlin)\n"))
    #expect(outcome.output.contains("! no records of 'Total Tokens' on 2026-10-24 to 2026-11-16\n"))
  }

  @Test func `a source that is read from files cannot be asked`() throws {
    let folder = try SampleWorkbook.written()

    let outcome = try folder.tokenbook(["check", "--source", "gateway"])

    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "error: the source 'gateway' is read from files, not asked over the network\n"),
      "\(outcome.errors)")
  }

  /// With a price for each kind of token and a team for each subscription of the week, and no more.
  private func workbook(
    for service: RunningService, sources: String = PullWorkbook.source()
  ) throws -> TemporaryFolder {
    let folder = try PullWorkbook.written(for: service, sources: sources)
    try folder.write(
      SampleWorkbook.rates
        + "gpt-4.1,,,,cached_input,1.25,1M,EUR,2026-01-01,,Finance,2025-12-15,Price list\n",
      to: "rates.csv")
    return folder
  }
}

extension TemporaryFolder {
  fileprivate func check(
    _ options: [String] = [], from service: RunningService
  ) throws -> Executable.Outcome {
    try Executable.run(
      ["check", "--source", "gateway", "--today", "2026-11-24"] + options, in: url,
      environment: service.environment.merging(["TOKENBOOK_RETRY_SECONDS": "0.05"]) { $1 })
  }
}
