import Foundation
import UsageModel

/// Why a service did not give what it was asked for.
package enum MonitorError: Error, Hashable {
  /// No token was accepted, also after another one was fetched.
  case notSignedIn(source: String, endpoint: String)
  case wrongAudience(source: String, audience: String)
  /// The identity is known and may not read the resource.
  case notPermitted(source: String, resource: ServiceResource)
  case unknownResource(source: String, resource: ServiceResource)
  /// The address leads nowhere: not the service that the endpoint should be.
  case unknownPath(source: String, endpoint: String)
  case missingTable(source: String, resource: ServiceResource)
  case queryRefused(source: String, message: String)
  case throttled(source: String, endpoint: String, tries: Int)
  /// Any other status.
  case failed(source: String, status: Int, message: String)
  /// 200 and nothing, or something that is no table.
  case notAnAnswer(source: String, problem: String)
  /// Rows are missing however short the time is that was asked for.
  case neverWhole(source: String, from: Timestamp, to: Timestamp, message: String)
  case row(source: String, RowProblem)
}

extension MonitorError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .notSignedIn(let source, let endpoint):
      "source '\(source)': \(endpoint) does not accept the token"
    case .wrongAudience(let source, let audience):
      "source '\(source)': the token is for '\(audience)', and the service expects another audience"
    case .notPermitted(let source, let resource):
      "source '\(source)': this identity may not read \(resource.inWords)"
    case .unknownResource(let source, let resource):
      "source '\(source)': there is no such resource: \(resource.inWords)"
    case .unknownPath(let source, let endpoint):
      "source '\(source)': \(endpoint) does not know the address of queries"
    case .missingTable(let source, let resource):
      "source '\(source)': \(resource.inWords) has no table '\(resource.table)'; it appears with "
        + "its first record"
    case .queryRefused(let source, let message):
      "source '\(source)': the service refuses the query: \(message)"
    case .throttled(let source, let endpoint, let tries):
      "source '\(source)': \(endpoint) is still too busy after \(tries) tries (429)"
    case .failed(let source, let status, let message):
      "source '\(source)': the service answers \(status)" + (message.isEmpty ? "" : ": \(message)")
    case .notAnAnswer(let source, let problem):
      "source '\(source)': what came is no answer to a query: \(problem)"
    case .neverWhole(let source, let from, let to, let message):
      "source '\(source)': the answer for \(from) to \(to) is never whole"
        + (message.isEmpty ? "" : ": \(message)")
    case .row(let source, let problem):
      "source '\(source)': \(problem.inWords)"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .notSignedIn:
      "compare this machine's clock with the time (date -u), and see that AZURE_TENANT_ID is the "
        + "tenant of the resource"
    case .wrongAudience:
      "write the audience that the service's documentation names as 'audience:' of the source; for "
        + "Log Analytics it is https://api.loganalytics.io, whatever the endpoint"
    case .notPermitted(_, let resource):
      "give the identity \(resource.role); a new role may take up to an hour to work"
    case .unknownResource(_, let resource): resource.whereToFindID
    case .unknownPath: "compare 'endpoint:' and 'kind:' of the source with the service"
    case .missingTable(_, let resource): resource.settingOfTable
    case .queryRefused(let source, _):
      "type: tokenbook pull \(source) --show-query, and run the query in the portal"
    case .throttled, .failed: "try again later; what was pulled before is kept"
    case .notAnAnswer:
      "compare 'endpoint:' with the service; something in between may answer for it"
    case .neverWhole(let source, _, _, _):
      "type: tokenbook check --source \(source) --days 1, and look for dimensions with very many values"
    case .row(let source, let problem): problem.remedy(source: source)
    }
  }
}
