import Testing
import UsageModel

@testable import AzureMonitor

@Suite struct CheckReportTests {
  @Test func `a source without trouble`() {
    #expect(
      report(healthy) == """
        gateway, 2026-11-17 to 2026-11-19 (3 days, Europe/Berlin)
        Nothing stands out.

        Metrics
            name               records  tokens  last record (UTC)     pulled
            Prompt Tokens            2   1,234  2026-11-19T12:00:00Z  yes
            Completion Tokens        2   1,234  2026-11-19T12:00:00Z  yes
            Total Tokens             2   1,234  2026-11-19T12:00:00Z  yes

        Dimensions
            dimension     property         different values  tokens where empty  share
            subscription  Subscription ID                 3                   0    0 %
            user          User ID                         4                   0    0 %
            feature       API ID                          1                   0    0 %
            model         Model                           2                   0    0 %

        Users
          Every record names a user, and none a word such as 'N/A'.

        Teams (subscriptions.csv)
          Every subscription has a team on every day.

        Rates (rates.csv)
          Every model has a rate for each kind of token on every day.

        Counts
          Total = prompt + completion, in every series and on every day that has all three.
          'Prompt Cached Tokens' does not occur: how many tokens came out of a cache is not known.

        Delay
          Half of the records could be asked for after 2.0 min, 95 % after 3.0 min, 99 % after \
        4.0 min, the last after 12.0 min.

        Days
          Every day has records of 'Total Tokens', from 17 on 2026-11-17 to 19 on 2026-11-19.

        Double counting, sampling, moves
          No record of a total equals another: no sign that two policies emit the same calls.
          No sign of sampling: 4 records of requests, each of one request.
        """)
  }

  @Test func `names that do not occur, with those that are nearly the same`() {
    var answers = healthy
    answers.metrics = [
      metric("Prompt Tokens", 2), metric("Total Tokens", 3), metric("completion tokens", 1),
      metric("Prompt Audio Tokens", 1), metric("Latency", 5),
    ]
    answers.dimensions?[3] = DimensionUse(
      dimension: "user", values: 4, all: Amount(records: 6, tokens: 1000),
      empty: Amount(records: 1, tokens: 125))
    answers.properties = [
      OccurringProperty(name: "Subscription ID", records: 6),
      OccurringProperty(name: "UserId", records: 6), OccurringProperty(name: "API ID", records: 6),
      OccurringProperty(name: "Region", records: 4),
    ]

    #expect(
      section("Metrics", of: answers) == """
        Metrics
            name                 records  tokens  last record (UTC)     pulled
            Prompt Tokens              2   1,234  2026-11-19T12:00:00Z  yes
            Total Tokens               3   1,234  2026-11-19T12:00:00Z  yes
            completion tokens          1   1,234  2026-11-19T12:00:00Z  no
            Prompt Audio Tokens        1   1,234  2026-11-19T12:00:00Z  yes
          1 other metric that counts no tokens.
          ! 'Completion Tokens' does not occur; 'completion tokens' does
              fix: let the gateway send it as 'Completion Tokens'; other names have no price
          No kind of token that has a price: 'Prompt Audio Tokens'. Stored under its own name.
        """)
    #expect(
      section("Dimensions", of: answers) == """
        Dimensions
            dimension     property         different values  tokens where empty   share
            subscription  Subscription ID                 3                   0     0 %
            user          User ID                         4                 125  12.5 %
            feature       API ID                          1                   0     0 %
            model         Model                           2                   0     0 %
          ! 'User ID' does not occur; 'UserId' does
              fix: if that is the same, write dimensions: {user: UserId}
          ! 'Model' does not occur: model is 'unknown' in every record
              fix: let the gateway send it (tokenbook policy), or map another property: \
        dimensions: {model: NAME}
          Not mapped, with the number of records: 'UserId' (6), 'Region' (4).
        """)
  }

  @Test func `names that tokenbook.yml asks for, and others it leaves out`() {
    var answers = healthy
    answers.metrics = [
      metric("Prompt Tokens", 2), metric("Completion Tokens", 2), metric("Total Tokens", 3),
    ]

    #expect(
      section("Metrics", of: answers, metrics: ["Prompt Tokens", "Total Token", "Other Tokens"])
        == """
        Metrics
            name               records  tokens  last record (UTC)     pulled
            Prompt Tokens            2   1,234  2026-11-19T12:00:00Z  yes
            Completion Tokens        2   1,234  2026-11-19T12:00:00Z  no
            Total Tokens             3   1,234  2026-11-19T12:00:00Z  no
          ! 'Total Token' does not occur, and tokenbook.yml asks for it; 'Total Tokens' does
              fix: if that is the same, write metrics: [Prompt Tokens, Total Tokens, Other Tokens]
          ! 'Other Tokens' does not occur, and tokenbook.yml asks for it
              fix: let the gateway send it (tokenbook policy), or leave it out of 'metrics:'
          ! 'Completion Tokens', 'Total Tokens' occur, and tokenbook.yml does not ask for them
              fix: write metrics: [Prompt Tokens, Completion Tokens, Total Tokens]
        """)
  }

  @Test func `nothing is said of names that may have been cut off`() {
    var answers = healthy
    answers.metrics = (1...999).map { metric("m\($0)", 1) } + [metric("Prompt Tokens", 1)]

    #expect(
      section("Metrics", of: answers) == """
        Metrics
            name           records  tokens  last record (UTC)     pulled
            Prompt Tokens        1   1,234  2026-11-19T12:00:00Z  yes
          999 other metrics that count no tokens.
          Of the 1,000 metrics that occur most; there may be others.
        """)
  }

  @Test func `users that are nobody`() {
    var answers = healthy
    answers.placeholders = [
      PlaceholderUser(name: "N/A", amount: Amount(records: 2, tokens: 100)),
      PlaceholderUser(name: "", amount: Amount(records: 1, tokens: 25)),
    ]

    #expect(
      section("Users", of: answers) == """
        Users
            user     records  tokens  share of tokens
            N/A            2     100           10.0 %
            (empty)        1      25            2.5 %
          ! 125 tokens (12.5 %) with no user, or a word for nobody
              fix: let the policy send who calls (tokenbook policy); a call without a validated \
        token has nobody to name
        """)
  }

  @Test func `what no team and no rate covers`() {
    let all = Array(day(17)...day(19))
    let coverage = [
      covered("", "ruby", 500, team: all, [("input", all), ("output", all)]),
      covered("ops", "ruby", 300, team: [day(17)], [("input", all), ("output", all)]),
      covered("search", "opal-2026", 200, team: [], [("input", [day(17)]), ("output", all)]),
    ]

    #expect(
      section("Teams (subscriptions.csv)", of: healthy, coverage: coverage) == """
        Teams (subscriptions.csv)
          ! 500 tokens (50.0 %) of subscriptions that have no team; 300 tokens (30.0 %) of \
        subscriptions that have a team on some of the days only
              fix: add these subscriptions, with their team and 'from', to subscriptions.csv; \
        (empty) is named 'unknown' there
            subscription  without a team  tokens   share
            (empty)       every day          500  50.0 %
            ops           2026-11-17         300  30.0 %
        """)
    #expect(
      section("Rates (rates.csv)", of: healthy, coverage: coverage) == """
        Rates (rates.csv)
          ! 800 tokens (80.0 %) of models that have no rate; 200 tokens (20.0 %) of models that \
        have a rate for some days or some kinds of token only
              fix: add rows for these models to rates.csv; usage without a rate has no cost
            model in rates.csv           without a rate                        tokens   share
            ruby                         every day                                800  80.0 %
            opal (metered as opal-2026)  input: 2026-11-17; output: every day     200  20.0 %
        """)
  }

  @Test func `the share of what was looked at, where there is more`() {
    var answers = healthy
    answers.heaviest = [key("search", "opal", 750)]

    #expect(
      section("Teams (subscriptions.csv)", of: answers) == """
        Teams (subscriptions.csv)
          Of the 1 heaviest combination of subscription, feature and model, with 750 tokens (75.0 %).
          Every subscription has a team on every day.
        """)
  }

  @Test func `counts that do not fit each other`() {
    var answers = healthy
    answers.metrics?.append(metric("Prompt Cached Tokens", 2))
    answers.totalsApart = [
      TotalApart(day: day(17), model: "ruby", prompt: 10, completion: 5, total: 20),
      TotalApart(day: day(18), model: "ruby", prompt: 10, completion: 5, total: 12),
      TotalApart(day: day(19), model: "ruby", prompt: 100, completion: 50, total: 190),
    ]
    answers.cachedAbovePrompt = [
      CachedAbovePrompt(model: "jade", prompt: 10, cached: 4000, first: day(17), last: day(19)),
      CachedAbovePrompt(model: "opal", prompt: 1, cached: 2, first: day(18), last: day(18)),
    ]

    #expect(
      section("Counts", of: answers, beside: ["jade"]) == """
        Counts
          ! Total is not prompt + completion, with 1 model
              fix: compare with the provider's counts; tokens that only the total has are \
        charged, unless they can be those of a cache beside the prompt
            model  days                    prompt  completion  total  difference
            ruby   2026-11-17, 2026-11-19     110          55    210         +45
            ruby   2026-11-18                  10           5     12          -3
          ! More cached tokens than prompt tokens, with 'opal': they are not all part of the prompt
              fix: if the provider counts them beside the prompt, write cached: beside in the \
        model's row of models.csv
            model  days                      prompt  cached  taken as
            jade   2026-11-17 to 2026-11-19      10   4,000  beside the prompt
            opal   2026-11-18                     1       2  inside it, or not known
        """)
    #expect(
      section("Counts", of: answers, beside: ["jade", "opal"])?.contains("cached: beside") == false)
  }

  @Test(
    arguments: [
      (3.0 * 1440, "the last after 3.0 days.", nil),
      (3.1 * 1440, "the last after 3.1 days.", "write lookback: 4"),
      (
        40 * 1440, "the last after 40.0 days.",
        "find out why; a day can be pulled again with tokenbook pull --from --to"
      ),
    ] as [(Double, String, String?)])
  func `records that come after the last pull of their day`(
    longest: Double, end: String, fix: String?
  ) {
    var answers = healthy
    answers.delays = IngestionDelays(
      records: 6, unknown: 1, median: 0.5, percentile95: 2.5, percentile99: 150, longest: longest)
    let begin = """
      Delay
        Half of the records could be asked for after 30 s, 95 % after 2.5 min, 99 % after 2.5 h, \
      \(end)

      """
    let finding = fix.map {
      """
        ! a record that comes this late may miss the last pull of its day: lookback is 3 days
            fix: \($0)

      """
    }

    #expect(
      section("Delay", of: answers)
        == begin + (finding ?? "") + "  Of 1 record the service does not say when it came.")
  }

  @Test func `days without records, and none any more`() {
    var answers = healthy
    answers.repeated = [RepeatedRecords(day: day(18), records: 2, repeated: 0, tokens: 0)]

    #expect(
      section("Days", of: answers) == """
        Days
          ! no records of 'Total Tokens' on 2026-11-17, 2026-11-19
              fix: if there were calls on those days, go through the settings that tokenbook \
        policy prints; a day without calls needs nothing
          ? Suspicion: the gateway now sends elsewhere, or no more
              evidence: the last record is of 2026-11-18
              to be sure: see where the gateway's logger sends now; if it has moved, end this \
        source with until: 2026-11-18 and add the new one
        """)
    #expect(
      section("Days", of: answers, until: day(18)) == """
        Days
          ! no records of 'Total Tokens' on 2026-11-17
              fix: if there were calls on that day, go through the settings that tokenbook policy \
        prints; a day without calls needs nothing
        """)
  }

  @Test func `what can only be suspected is called a suspicion, with its evidence`() {
    var answers = healthy
    answers.repeated = [
      RepeatedRecords(day: day(17), records: 10, repeated: 2, tokens: 50),
      RepeatedRecords(day: day(18), records: 10, repeated: 1, tokens: 20),
      RepeatedRecords(day: day(19), records: 10, repeated: 10, tokens: 500),
    ]
    answers.sampled = [
      SampledRole(role: "apim", records: 10, requests: 40),
      SampledRole(role: "web", records: 7, requests: 7),
    ]
    answers.places = [place("/old", 0, 9), place("/new", 10, 20)]

    #expect(
      section("Double counting, sampling, moves", of: answers) == """
        Double counting, sampling, moves
          ? Suspicion: two policies emit the same calls, so that tokens count twice
              evidence: on 2026-11-17, 2026-11-19 12 of 20 records (60.0 %) equal another; the \
        copies add 550 tokens
              to be sure: see whether llm-emit-token-metric stands at more than one scope: all \
        APIs, product, API, operation
          ? Suspicion: the gateway's telemetry is sampled, and tokens are missing
              evidence: 10 records of 'apim' stand for 40 requests; whether that thins metrics \
        too is not documented
              to be sure: see whether that is the gateway, and set its diagnostics' sampling to \
        100 percent, fixed
          Records come from 2 places:
            resource  role or region  records  first (UTC)           last (UTC)
            /old      apim                  3  2026-11-17T00:00:00Z  2026-11-17T09:00:00Z
            /new      apim                  3  2026-11-17T10:00:00Z  2026-11-17T20:00:00Z
          ? Suspicion: the gateway's resource has moved
              evidence: '/old' ends at 2026-11-17T09:00:00Z, '/new' begins at 2026-11-17T10:00:00Z
              to be sure: see whether older usage lies in another workspace; it would be a source \
        of its own, with 'until:'
        """)
  }

  @Test func `two gateways at the same time are no move`() {
    var answers = healthy
    answers.places = [place("/east", 0, 19), place("/west", 10, 20)]

    #expect(
      section("Double counting, sampling, moves", of: answers)?.contains("has moved") == false)
  }

  @Test func `a table of requests that is missing proves nothing`() {
    var answers = healthy
    answers.sampled = nil
    answers.isRequestTableMissing = true

    #expect(
      section("Double counting, sampling, moves", of: answers) == """
        Double counting, sampling, moves
          No record of a total equals another: no sign that two policies emit the same calls.
          Sampling: there is no table of requests to tell by, which proves nothing.
        """)
  }

  @Test func `a question that failed is named`() {
    var answers = healthy
    answers.delays = nil
    answers.unanswered = [
      CompletenessAnswers.Unanswered(subject: .ingestionDelay, reason: "the service answers 500")
    ]

    #expect(
      section("Not known, because the question failed", of: answers) == """
        Not known, because the question failed
          how late records come: the service answers 500
        """)
  }

  @Test func `silence prints the settings in the order in which to look`() {
    var answers = CompletenessAnswers()
    answers.metrics = [metric("Latency", 5)]
    answers.sampled = [SampledRole(role: "apim", records: 2, requests: 2)]
    let settings = GatewayPolicy.settings.enumerated().map { "    \($0 + 1). \($1)" }

    #expect(
      report(answers) == """
        gateway, 2026-11-17 to 2026-11-19 (3 days, Europe/Berlin)
        1 thing to look at (!).

        Nothing to pull
          ! the service answers, and has no metric that ends in ' Tokens' on these days
              fix: go through the settings below, in their order
          2 requests came from 'apim': where that is the gateway its logger works, and only the \
        metrics are missing.

        What has to be on, in the order in which to look
        \(settings.joined(separator: "\n"))
        """)
  }

  @Test func `silence of the gateway's log names its setting`() {
    var answers = CompletenessAnswers()
    answers.heaviest = []
    answers.gatewayDays = []

    #expect(
      report(answers, kind: gatewayLog) == """
        gateway, 2026-11-17 to 2026-11-19 (3 days, Europe/Berlin)
        1 thing to look at (!).

        Nothing to pull
          ! no call of a language model is in ApiManagementGatewayLlmLog on these days
              fix: send the gateway's category 'GatewayLlmLogs' to the workspace in 'Resource \
        specific' mode
        """)
  }

  @Test func `calls of the gateway's log that lack something`() {
    var answers = CompletenessAnswers()
    answers.heaviest = [key("search", "opal", 900)]
    answers.gatewayDays = (17...19).map {
      GatewayDay(
        day: day($0), calls: 10, unattributed: 1, withoutSubscription: 2, withoutModel: 0,
        withoutTokens: $0 == 17 ? 1 : 0, severalRecords: $0 == 18 ? 1 : 0)
    }

    #expect(
      section("Days", of: answers, kind: gatewayLog) == """
        Days
          Every day has calls, 10 each.
            day         calls  no log line  no subscription  no model  no tokens  several counts
            2026-11-17     10            1                2         0          1               0
            2026-11-18     10            1                2         0          0               1
            2026-11-19     10            1                2         0          0               0
          ! 3 calls (10.0 %) without a line in ApiManagementGatewayLogs: their team is not known
              fix: send the gateway's category 'GatewayLogs' to the same workspace, in 'Resource \
        specific' mode
          ? Suspicion: streamed calls do not ask for their usage
              evidence: 1 call (3.3 %) without tokens; calls that failed have none either
              to be sure: see whether these calls stream; they need "stream_options": \
        {"include_usage": true}
          ? Suspicion: some calls ask several models, and only the largest count of each is used
              evidence: 1 call (3.3 %) with several records of counts
              to be sure: compare one of them in the portal, by its CorrelationId
        """)
  }
}

private let gatewayLog = ServiceKind.gatewayLLMLog(workspace: "w")

private let healthy: CompletenessAnswers = {
  var answers = CompletenessAnswers()
  let whole = Amount(records: 6, tokens: 1000)
  answers.metrics = ["Prompt Tokens", "Completion Tokens", "Total Tokens"].map { metric($0, 2) }
  answers.properties = ["Subscription ID", "User ID", "API ID", "Model"].map {
    OccurringProperty(name: $0, records: 6)
  }
  answers.dimensions = [("feature", 1), ("model", 2), ("subscription", 3), ("user", 4)].map {
    DimensionUse(
      dimension: $0, values: $1, all: whole, empty: .nothing)
  }
  answers.placeholders = []
  answers.heaviest = [key("search", "opal", 1000)]
  answers.totalsApart = []
  answers.cachedAbovePrompt = []
  answers.delays = IngestionDelays(
    records: 6, unknown: 0, median: 2, percentile95: 3, percentile99: 4.04, longest: 12)
  answers.repeated = (17...19).map {
    RepeatedRecords(day: day($0), records: Int64($0), repeated: 0, tokens: 0)
  }
  answers.sampled = [SampledRole(role: "apim", records: 4, requests: 4)]
  answers.places = [place("/apim", 0, 20)]
  return answers
}()

private func checked(
  _ answers: CompletenessAnswers, kind: ServiceKind = .logAnalytics(workspace: "w"),
  metrics: [String]? = nil, until: CalendarDay? = nil, coverage: [CoveredKey]? = nil,
  beside: Set<String> = []
) -> SourceReport {
  SourceReport(
    CheckedSource(
      ServiceSource(
        name: "gateway", kind: kind, endpoint: "https://x.example", audience: "https://x.example",
        metrics: metrics, until: until),
      days: day(17)...day(19), timeZone: "Europe/Berlin", lookback: 3, answers: answers,
      coverage: coverage
        ?? (answers.heaviest ?? []).map {
          CoveredKey($0, bookedModel: $0.model, daysWithoutTeam: [], missingRates: [], classes: 2)
        },
      modelsWithCachedBeside: beside))
}

private func report(
  _ answers: CompletenessAnswers, kind: ServiceKind = .logAnalytics(workspace: "w")
) -> String {
  checked(answers, kind: kind).text
}

private func section(
  _ title: String, of answers: CompletenessAnswers,
  kind: ServiceKind = .logAnalytics(workspace: "w"), metrics: [String]? = nil,
  until: CalendarDay? = nil, coverage: [CoveredKey]? = nil, beside: Set<String> = []
) -> String? {
  checked(
    answers, kind: kind, metrics: metrics, until: until, coverage: coverage, beside: beside
  ).sections.first { $0.title == title }?.text
}

private func day(_ number: Int) -> CalendarDay {
  CalendarDay(year: 2026, month: 11, day: number)!
}

/// - Parameter hour: Since 2026-11-17T00:00:00Z.
private func moment(_ hour: Int64) -> Timestamp {
  Timestamp(ticks: (1_794_873_600 + hour * 3600) * Timestamp.ticksPerSecond)
}

private func metric(_ name: String, _ records: Int64) -> OccurringMetric {
  OccurringMetric(name: name, records: records, sum: 1234, last: moment(60))
}

private func place(_ resource: String, _ first: Int64, _ last: Int64) -> RecordPlace {
  RecordPlace(
    resource: resource, role: "apim", records: 3, first: moment(first), last: moment(last))
}

private func key(_ subscription: String, _ model: String, _ tokens: Int64) -> UsedKey {
  UsedKey(
    subscription: subscription, feature: "chat", model: model,
    amount: Amount(records: 6, tokens: tokens))
}

private func covered(
  _ subscription: String, _ model: String, _ tokens: Int64, team: [CalendarDay],
  _ rates: [(String, [CalendarDay])]
) -> CoveredKey {
  CoveredKey(
    key(subscription, model, tokens), bookedModel: model == "opal-2026" ? "opal" : model,
    daysWithoutTeam: team,
    missingRates: rates.map { CoveredKey.MissingRate(tokenClass: $0, days: $1) }, classes: 2)
}
