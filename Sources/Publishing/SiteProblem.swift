/// One rule that one staged file breaks, with what to do about it.
package struct SiteProblem: Hashable, Sendable {
  /// Path inside the site.
  package let path: String
  package let problem: String
  package let remedy: String

  package init(path: String, problem: String, remedy: String) {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }
}

extension SiteProblem: CustomStringConvertible {
  package var description: String { "\(path): \(problem); \(remedy)" }
}
