import UsageModel

/// Which field of a row of LiteLLM's daily spend holds what.
struct LiteLLMColumns {
  let header: [String]
  let date: Int
  let id: Int?
  let subscription, user, feature, model: Int?
  let prompt, completion, cacheRead, cacheWrite, requests: Int?

  init(header: [String], _ dimensions: DimensionMapping) throws(RecordProblem) {
    self.header = header
    date = try required("date", as: "time", in: header)
    id = header.firstIndex(of: "id")
    subscription =
      try mapped(dimensions.subscription, as: "subscription", in: header)
      ?? first(of: ["team_id", "organization_id", "api_key"], in: header)
    user =
      try mapped(dimensions.user, as: "user", in: header)
      ?? first(of: ["user_id", "end_user_id"], in: header)
    feature = try mapped(dimensions.feature, as: "feature", in: header)
    model =
      try mapped(dimensions.model, as: "model", in: header) ?? first(of: ["model"], in: header)
    prompt = try required("prompt_tokens", as: "prompt_tokens", in: header)
    completion = try required("completion_tokens", as: "completion_tokens", in: header)
    // Tables of older releases are without these.
    cacheRead = header.firstIndex(of: "cache_read_input_tokens")
    cacheWrite = header.firstIndex(of: "cache_creation_input_tokens")
    requests = header.firstIndex(of: "api_requests")
  }
}

/// - Returns: nil where tokenbook.yml names no column.
private func mapped(
  _ name: String?, as role: String, in header: [String]
) throws(RecordProblem) -> Int? {
  guard let name else { return nil }
  return try required(name, as: role, in: header)
}

private func required(
  _ name: String, as role: String, in header: [String]
) throws(RecordProblem) -> Int {
  guard let column = header.firstIndex(of: name) else {
    throw .columnMissing(name, role: role, header: header)
  }
  if header[(column + 1)...].contains(name) { throw .columnTwice(name) }
  return column
}

private func first(of names: [String], in header: [String]) -> Int? {
  names.lazy.compactMap { header.firstIndex(of: $0) }.first
}
