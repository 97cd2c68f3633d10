import UsageModel

/// What one person or job does with one feature and model, day after day.
struct DemoUse: Hashable, Sendable {
  let user: String
  let subscription: String
  let feature: DemoFeature
  /// As metered.
  let model: String
  /// Calls in one working block of a full day.
  let calls: Int
  let from: CalendarDay
  let to: CalendarDay
  /// Runs once a night instead of in office hours.
  let isNightly: Bool

  init(
    _ user: String, _ subscription: String, _ feature: DemoFeature, _ model: String, _ calls: Int,
    from: CalendarDay = demoDays.lowerBound, to: CalendarDay = demoDays.upperBound,
    isNightly: Bool = false
  ) {
    self.user = user
    self.subscription = subscription
    self.feature = feature
    self.model = model
    self.calls = calls
    self.from = from
    self.to = to
    self.isNightly = isNightly
  }
}

/// A feature with the size of its calls.
enum DemoFeature: String, CaseIterable, Sendable {
  case chatAssistant = "chat-assistant"
  case claimsTriage = "claims-triage"
  case contractReview = "contract-review"
  case documentSearch = "document-search"
  case reportWriter = "report-writer"
  case codeCompletion = "code-completion"

  /// Tokens of an ordinary call.
  var tokensPerCall: (prompt: Int, completion: Int) {
    switch self {
    case .chatAssistant: (2_600, 380)
    case .claimsTriage: (5_200, 620)
    case .contractReview: (17_500, 1_250)
    case .documentSearch: (6_400, 260)
    case .reportWriter: (3_300, 2_300)
    case .codeCompletion: (7_000, 420)
    }
  }
}

private let mini = "gpt-5.4-mini"
private let large = "gpt-5.4"
private let claude = "claude-sonnet-4-5-20250929"
private let mistral = "mistral-large-3"
private let newModel = "gpt-6-sol"
private let pilotBegins = demoDay(2026, 10, 5)
private let newModelBegins = demoDay(2026, 11, 10)

/// Who works with the gateway. Few use it much and many a little, as everywhere.
let demoUses: [DemoUse] = [
  // Customer Service
  DemoUse("svc-chat@halden-pryce.example", "sub-chat", .chatAssistant, large, 14_280),
  DemoUse("svc-chat@halden-pryce.example", "sub-chat", .chatAssistant, mini, 26_040),
  DemoUse(
    "svc-chat@halden-pryce.example", "sub-chat", .chatAssistant, newModel, 4_620,
    from: newModelBegins),
  DemoUse("u-3f2a@halden-pryce.example", "sub-service-desk", .documentSearch, large, 1_560),
  DemoUse("u-81c0@halden-pryce.example", "sub-service-desk", .documentSearch, mini, 1_830),
  DemoUse("u-9d17@halden-pryce.example", "sub-service-desk", .chatAssistant, claude, 1_320),
  DemoUse("u-4be6@halden-pryce.example", "sub-service-desk", .reportWriter, mini, 270),
  // A name that would be a script if a page forgot to escape it.
  DemoUse("<script>alert(1)</script>", "sub-service-desk", .documentSearch, mini, 220),
  // Calls without a user.
  DemoUse("", "sub-service-desk", .chatAssistant, mini, 480),
  // Claims
  DemoUse(
    "svc-claims-batch@halden-pryce.example", "sub-claims", .claimsTriage, large, 22_800,
    isNightly: true),
  DemoUse("u-c5d8@halden-pryce.example", "sub-claims", .contractReview, claude, 990),
  DemoUse("u-02e9@halden-pryce.example", "sub-claims", .contractReview, claude, 540),
  DemoUse("u-77a1@halden-pryce.example", "sub-claims", .contractReview, large, 450),
  DemoUse("u-b60f@halden-pryce.example", "sub-claims", .claimsTriage, mini, 1_260),
  DemoUse("u-1e44@halden-pryce.example", "sub-claims", .documentSearch, mistral, 780),
  // Engineering
  DemoUse(
    "svc-index@halden-pryce.example", "sub-platform", .documentSearch, mini, 15_600,
    isNightly: true),
  DemoUse("u-d3aa@halden-pryce.example", "sub-platform", .reportWriter, large, 420),
  DemoUse("u-6f90@halden-pryce.example", "sub-platform", .codeCompletion, claude, 1_140),
  DemoUse("u-e812@halden-pryce.example", "sub-platform", .codeCompletion, large, 870),
  DemoUse(
    "u-e812@halden-pryce.example", "sub-platform", .codeCompletion, newModel, 1_020,
    from: newModelBegins),
  // Field Service
  DemoUse("svc-field@halden-pryce.example", "sub-field", .documentSearch, mini, 8_700),
  DemoUse("u-a4c3@halden-pryce.example", "sub-field", .chatAssistant, large, 1_050),
  DemoUse("u-5d2e@halden-pryce.example", "sub-field", .reportWriter, mini, 330),
  DemoUse("u-f019@halden-pryce.example", "sub-field", .documentSearch, mistral, 990),
  // Marketing
  DemoUse("u-2b7b@halden-pryce.example", "sub-campaigns", .reportWriter, large, 990),
  DemoUse("u-90f4@halden-pryce.example", "sub-campaigns", .reportWriter, claude, 360),
  // A name that a spreadsheet would run as a formula.
  DemoUse("=HYPERLINK(\"x\")", "sub-campaigns", .reportWriter, mini, 180),
  // Tokyo
  DemoUse("u-7c31@halden-pryce.example", "sub-tokyo", .chatAssistant, mini, 2_340),
  DemoUse("u-38de@halden-pryce.example", "sub-tokyo", .contractReview, mini, 480),
  DemoUse("u-e55b@halden-pryce.example", "sub-tokyo", .documentSearch, mistral, 1_230),
  // Nobody's: no team has claimed the subscription.
  DemoUse(
    "u-lab1@halden-pryce.example", "sub-pilot-lab", .contractReview, large, 210, from: pilotBegins),
  DemoUse(
    "u-lab2@halden-pryce.example", "sub-pilot-lab", .claimsTriage, claude, 450, from: pilotBegins),
]
