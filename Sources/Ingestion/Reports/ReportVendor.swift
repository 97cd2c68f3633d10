import CSimdjson
import UsageModel

/// Whose usage report it is: what its members are called and where cached tokens lie.
enum ReportVendor {
  /// `input_tokens` includes `input_cached_tokens`.
  case openAI
  /// `uncached_input_tokens`, and beside it what was read from and written to the cache.
  case anthropic

  /// The members for the ends of a bucket.
  var bucketKeys: (start: String, end: String) {
    switch self {
    case .openAI: ("start_time", "end_time")
    case .anthropic: ("starting_at", "ending_at")
    }
  }

  var clock: ReportClock {
    switch self {
    case .openAI: .unixSeconds
    case .anthropic: .text
    }
  }

  var countKeys: [String] {
    switch self {
    case .openAI:
      ["input_tokens", "output_tokens", "input_cached_tokens", "num_model_requests"]
    case .anthropic:
      ["uncached_input_tokens", "output_tokens", "cache_read_input_tokens", "cache_creation"]
    }
  }

  /// The dimensions where tokenbook.yml names none.
  var dimensions: DimensionMapping {
    switch self {
    case .openAI:
      DimensionMapping(subscription: "project_id", user: "user_id", feature: nil, model: "model")
    case .anthropic:
      DimensionMapping(
        subscription: "workspace_id", user: "account_id", feature: nil, model: "model")
    }
  }

  /// What `object` says of results that count tokens.
  static let resultsWithTokens: [StaticString] = [
    "organization.usage.completions.result", "organization.usage.embeddings.result",
  ]
}
