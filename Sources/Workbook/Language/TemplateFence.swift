/// Fences that mean something; every other one is code.
enum TemplateFence: String, CaseIterable, Sendable {
  case sql, params, tiles, grid, chart, callout, links, download
}
