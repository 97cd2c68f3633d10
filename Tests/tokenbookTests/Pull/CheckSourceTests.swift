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

/// What a person or a page must never see: searched for in all that is printed and written.
@Suite struct HiddenSecretsTests {
  private let secret = "kanari&<secret>~7f3a"
  private let wrongSecret = "kanari&<wrong>~91cd"
  private let federatedToken = "kanari.federated.5b0e"
  private let wrongFederatedToken = "kanari.stranger.c2d4"

  @Test func `no secret and no token is in what is printed or written`() throws {
    let service = try RunningService.withUsualRecords()
    try service.tell(
      "settings", #"{"secret":"\#(secret)","federated_token":"\#(federatedToken)"}"#)
    let folder = try PullWorkbook.written(for: service)
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(federatedToken, to: "federated")
    try elsewhere.write(wrongFederatedToken, to: "stranger")
    func file(_ name: String) -> [String: String] {
      ["AZURE_CLIENT_SECRET": "", "AZURE_FEDERATED_TOKEN_FILE": elsewhere.path + "/" + name]
    }
    let pull = ["pull", "--today", "2026-11-23", "--from", "2026-11-22", "--verbose"]
    let check = ["check", "--source", "gateway", "--today", "2026-11-23", "--verbose"]
    let runs: [([String], [String: String], Int32)] = [
      (pull, ["AZURE_CLIENT_SECRET": wrongSecret], 77),
      (check, ["AZURE_CLIENT_SECRET": wrongSecret], 77),
      (pull, file("stranger"), 77),
      (["policy", "--verbose"], [:], 0), (["pull", "--show-query", "--verbose"], [:], 0),
      (pull, [:], 0), (pull, file("federated"), 0), (check, [:], 0),
      (["build", "--verbose"], [:], 0), (["check", "--verbose"], [:], 0),
    ]

    var seen: [String: Data] = [:]
    for (arguments, variables, status) in runs {
      let outcome = try Executable.run(
        arguments, in: folder.url,
        environment: service.environment.merging(["AZURE_CLIENT_SECRET": secret]) { $1 }
          .merging(variables) { $1 })
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      seen["\(seen.count) \(arguments)"] = Data((outcome.output + outcome.errors).utf8)
    }
    try seen.merge(folder.tree()) { $1 }

    try #require(seen["snapshot.sqlite"] != nil && seen["site/index.html"] != nil)
    try #require(seen.keys.contains { $0.hasPrefix(".tokenbook/") })
    #expect(found(in: seen, startOfTokens: try service.startOfTokens(secret: secret)) == [])
  }

  @Test(arguments: ["pull", "check"])
  func `a service that repeats what it was sent is not believed to be discreet`(
    command: String
  ) throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"secret":"\#(secret)"}"#)
    let token = try service.startOfTokens(secret: secret) + "kanari"
    let folder = try PullWorkbook.written(for: service)
    let arguments =
      (command == "pull" ? ["pull"] : ["check", "--source", "gateway"]) + ["--verbose"]
    for faults in [
      [
        #"{"match":{"path":"/token$"},"action":"respond","status":400,"body":{"error":"odd","#
          + #""error_description":"AADSTS99999: you sent \#(secret)"}}"#
      ],
      [
        #"{"match":{"path":"/token$"},"action":"respond","status":200,"body":"#
          + #"{"token_type":"Bearer","expires_in":3599,"access_token":"\#(token)"}}"#,
        #"{"match":{"path":"/query$"},"action":"respond","status":400,"body":"#
          + #"{"error":{"code":"Odd","message":"you sent Bearer \#(token)"}}}"#,
      ],
    ] {
      try service.tell("faults", method: "DELETE")
      try service.tell("faults", "[" + faults.joined(separator: ",") + "]")

      let outcome = try Executable.run(
        arguments, in: folder.url,
        environment: service.environment.merging(["AZURE_CLIENT_SECRET": secret]) { $1 })

      #expect(outcome.status != 0)
      #expect(outcome.errors.contains("you sent"), "\(outcome.errors)")
      let seen = try folder.tree().merging(["errors": Data(outcome.errors.utf8)]) { $1 }
      #expect(found(in: seen, startOfTokens: token) == [], "\(outcome.errors)")
    }
  }

  private func found(in seen: [String: Data], startOfTokens: String) -> [String] {
    let canaries = [secret, wrongSecret, federatedToken, wrongFederatedToken, startOfTokens]
    return seen.keys.sorted().flatMap { path in
      canaries.flatMap(spellings).filter { seen[path]?.range(of: Data($0.utf8)) != nil }
        .map { "\(path): \($0)" }
    }
  }
}

extension RunningService {
  /// What every token begins with.
  fileprivate func startOfTokens(secret: String) throws -> String {
    struct Answer: Decodable { let access_token: String }
    let port = try #require(plainAddress.split(separator: ":").last.flatMap { UInt16($0) })
    let form =
      "grant_type=client_credentials&scope=https://api.loganalytics.io/.default&client_id="
      + Self.client + "&client_secret="
      + (secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
    let answer = try exchanged(
      atPort: port,
      "POST /\(Self.tenant)/oauth2/v2.0/token HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(form.utf8.count)\r\nConnection: close\r\n\r\n" + form)
    let body = try #require(answer.range(of: "\r\n\r\n")).upperBound
    let token = try JSONDecoder().decode(Answer.self, from: Data(answer[body...].utf8)).access_token
    let head = try #require(token.split(separator: ".").first)
    return head + "."
  }
}

/// Something that is wrong with what the gateway sends, and what `check` says to it.
struct Trouble: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let usage: [SentUsage]
  /// Part of the output.
  let words: String

  init(_ name: String, _ usage: [SentUsage], _ words: String) {
    testDescription = name
    self.usage = usage
    self.words = words
  }

  static let all = [
    Trouble(
      "a dimension that is spelled otherwise",
      SentUsage.week().map { $0.with { $0.properties["UserId"] = $0.properties["User ID"] } }
        .map { $0.with { $0.properties["User ID"] = nil } },
      """
        ! 'User ID' does not occur; 'UserId' does
            fix: if that is the same, write dimensions: {user: UserId}
        Not mapped, with the number of records: 'UserId' (28).
      """),
    Trouble(
      "users that are none",
      SentUsage.week() + SentUsage.call(11, prompt: 100, user: "N/A")
        + SentUsage.call(12, prompt: 200, user: nil),
      """
          user     records  tokens  share of tokens
          (empty)        3     210            2.4 %
          N/A            3     110            1.3 %
        ! 320 tokens (3.7 %) with no user, or a word for nobody
            fix: let the policy send who calls (tokenbook policy); a call without a validated \
      token has nobody to name
      """),
    Trouble(
      "a model without a price for what the cache serves",
      SentUsage.week() + SentUsage.call(11, prompt: 100, cached: 40, model: "gpt-5"),
      """
        ! 110 tokens (1.3 %) of models that have a rate for some days or some kinds of token only
            fix: add rows for these models to rates.csv; usage without a rate has no cost
          model in rates.csv  without a rate           tokens  share
          gpt-5               cached_input: every day     110  1.3 %
      """),
    Trouble(
      "a subscription without a team",
      SentUsage.week() + SentUsage.call(11, prompt: 100, subscription: "sub\u{1B}[2J"),
      """
        ! 110 tokens (1.3 %) of subscriptions that have no team
            fix: add these subscriptions, with their team and 'from', to subscriptions.csv
          subscription  without a team  tokens  share
          sub\\u{1B}[2J  every day          110  1.3 %
      """),
    Trouble(
      "a metric in other letters", SentUsage.week() + [SentUsage.metric("total tokens", 5)],
      """
          total tokens                1       5  2026-11-20T09:00:00Z  no
      """),
    Trouble(
      "a total that is not the sum",
      SentUsage.week() + SentUsage.call(11, prompt: 500, total: 900, model: "jade"),
      """
        ! Total is not prompt + completion, with 1 model
            fix: compare with the provider's counts; tokens that only the total has are charged, \
      unless they can be those of a cache beside the prompt
          model  days        prompt  completion  total  difference
          jade   2026-11-20     500          10    900        +390
      """),
    Trouble(
      "more from the cache than in the prompt",
      SentUsage.week() + SentUsage.call(11, prompt: 50, cached: 90_000, model: "claude-opus"),
      """
        Cached tokens exceed those of the prompt, beside which this workbook takes them.
          model        days        prompt  cached  taken as
          claude-opus  2026-11-20      50  90,000  beside the prompt
      """),
    Trouble(
      "late records",
      SentUsage.week(days: Array(18...23))
        + SentUsage.week(days: [17]).map { $0.with { $0.ingested = "2026-11-22T10:00:00Z" } },
      """
        Half of the records could be asked for after 3.0 min, 95 % after 5.0 days, 99 % after 5.0 \
      days, the last after 5.0 days.
        ! a record that comes this late may miss the last pull of its day: lookback is 3 days
            fix: write lookback: 5
      """),
    Trouble(
      "days without usage", Array(SentUsage.week(days: [17, 18, 20, 21])),
      """
        ! no records of 'Total Tokens' on 2026-11-19, 2026-11-22 to 2026-11-23
            fix: if there were calls on those days, go through the settings that tokenbook policy \
      prints; a day without calls needs nothing
        ? Suspicion: the gateway now sends elsewhere, or no more
            evidence: the last record is of 2026-11-21
            to be sure: see where the gateway's logger sends now; if it has moved, end this \
      source with until: 2026-11-21 and add the new one
      """),
    Trouble(
      "records that come twice", SentUsage.week() + SentUsage.week(days: [20]),
      """
        ? Suspicion: two policies emit the same calls, so that tokens count twice
            evidence: on 2026-11-20 2 of 2 records (100 %) equal another; the copies add 1,200 \
      tokens
            to be sure: see whether llm-emit-token-metric stands at more than one scope: all \
      APIs, product, API, operation
      """),
    Trouble(
      "sampled telemetry", SentUsage.week() + [SentUsage.request(standingFor: 4)],
      """
        ? Suspicion: the gateway's telemetry is sampled, and tokens are missing
            evidence: 1 record of 'apim-prod' stands for 4 requests; whether that thins metrics \
      too is not documented
            to be sure: see whether that is the gateway, and set its diagnostics' sampling to 100 \
      percent, fixed
      """),
    Trouble(
      "a gateway that has moved",
      SentUsage.week(days: [17, 18, 19]).map { $0.with { $0.resource = "/old/apim" } }
        + SentUsage.week(days: [20, 21, 22, 23]).map { $0.with { $0.resource = "/new/apim" } },
      """
        Records come from 2 places:
          resource   role or region  records  first (UTC)           last (UTC)
          /old/apim  (empty)              12  2026-11-17T10:00:00Z  2026-11-19T10:00:00Z
          /new/apim  (empty)              16  2026-11-20T10:00:00Z  2026-11-23T10:00:00Z
        ? Suspicion: the gateway's resource has moved
            evidence: '/old/apim' ends at 2026-11-19T10:00:00Z, '/new/apim' begins at \
      2026-11-20T10:00:00Z
            to be sure: see whether older usage lies in another workspace; it would be a source \
      of its own, with 'until:'
      """),
  ]
}

/// A record of a table, with all that `check` asks for.
struct SentUsage: Codable, Sendable {
  var table = "AppMetrics"
  var time: String
  var name: String?
  var sum: Double?
  var itemCount = 3
  var properties: [String: String] = [:]
  var ingested: String?
  private var columns: [String: String]

  private init(time: String, columns: [String: String] = [:]) {
    self.time = time
    self.columns = columns
  }

  var resource: String? {
    get { columns["_ResourceId"] }
    set { columns["_ResourceId"] = newValue }
  }

  func with(_ change: (inout SentUsage) -> Void) -> SentUsage {
    var changed = self
    change(&changed)
    return changed
  }

  /// A call at ten each day that has all it should have: 1,200 tokens, 300 of them cached.
  static func week(days: [Int] = Array(17...23)) -> [SentUsage] {
    days.flatMap { call(10, of: $0, prompt: 1000, completion: 200, cached: 300) }
  }

  /// The metrics of a call, at an hour of 20 November where no other day is said.
  static func call(
    _ hour: Int, of day: Int = 20, prompt: Int, completion: Int = 10, total: Int? = nil,
    cached: Int? = nil, subscription: String = "contoso-hr", user: String? = "u1",
    model: String = "gpt-4.1"
  ) -> [SentUsage] {
    let metrics = [
      ("Prompt Tokens", prompt), ("Completion Tokens", completion),
      ("Total Tokens", total ?? prompt + completion), ("Prompt Cached Tokens", cached),
    ]
    return metrics.compactMap { name, count in
      count.map {
        var record = metric(name, $0)
        record.time = "2026-11-\(day)T\(hour):00:00Z"
        record.properties = ["Subscription ID": subscription, "API ID": "chat", "Model": model]
        record.properties["User ID"] = user
        return record
      }
    }
  }

  static func metric(_ name: String, _ sum: Int) -> SentUsage {
    var record = SentUsage(time: "2026-11-20T09:00:00Z")
    record.name = name
    record.sum = Double(sum)
    return record
  }

  /// The gateway's own telemetry.
  static func request(standingFor requests: Int = 1) -> SentUsage {
    var record = SentUsage(time: "2026-11-20T10:00:00Z", columns: ["AppRoleName": "apim-prod"])
    record.table = "AppRequests"
    record.itemCount = requests
    return record
  }
}

extension RunningService {
  fileprivate func gets(_ usage: [SentUsage]) throws {
    try tell("records", String(decoding: try JSONEncoder().encode(usage), as: UTF8.self))
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
