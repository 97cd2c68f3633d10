/// Where cached tokens lie for models that models.csv does not name, by the start of the metered
/// name. Every other model is unknown.
let builtInCachedRelations: [(prefix: String, relation: CachedRelation)] = [
  // OpenAI: `cached_tokens` is a detail of `prompt_tokens`.
  ("gpt-", .inside),
  ("o1", .inside),
  ("o3", .inside),
  ("o4", .inside),
  ("text-embedding-", .inside),
  // Anthropic: `cache_read_input_tokens` is counted beside `input_tokens`.
  ("claude-", .beside),
]
