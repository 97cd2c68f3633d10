import Foundation

/// The ids of an Entra application and of its tenant.
struct ApplicationIDs: Hashable, Sendable {
  /// A GUID or a domain.
  let tenant: String
  let client: String

  init(_ variables: Variables, for credential: String) throws(SignInError) {
    guard let tenant = variables[.tenant], let client = variables[.client] else {
      throw .missingVariables(
        variables.missing(of: [.tenant, .client]).map(\.rawValue), credential: credential)
    }
    // It becomes part of an address.
    guard tenant.wholeMatch(of: /[A-Za-z0-9.\-]+/) != nil, tenant.contains(/[A-Za-z0-9]/) else {
      throw .unusableTenant
    }
    self.tenant = tenant
    self.client = client
  }

  /// Ids that do not look like ids: somebody may have mixed up two variables.
  var unshown: [Secret] {
    [shownTenant == nil ? tenant : nil, shownClient == nil ? client : nil]
      .compactMap { $0.map(Secret.init) }
  }

  var shownTenant: String? { isGUID(tenant) || tenant.contains(".") ? tenant : nil }
  var shownClient: String? { isGUID(client) ? client : nil }
}

extension ApplicationIDs: CustomStringConvertible, CustomReflectable {
  var description: String { "application \(shownClient ?? "?") of tenant \(shownTenant ?? "?")" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

private func isGUID(_ text: String) -> Bool { UUID(uuidString: text) != nil }
