import SourceText
import UsageModel

/// Everything in `tokenbook.yml` that looks like a secret. The file is read by many, kept in version
/// control and copied; the mistakes show nothing of a line but the key.
func secretMistakes(in root: YAMLNode, of file: SourceFile) -> [Diagnostic] {
  var search = SecretSearch(file: file)
  search.look(at: root, key: nil)
  return search.mistakes
}

extension Diagnostic {
  /// The mistake without its line, where the file may hold a secret: of a file that could not be
  /// read nobody knows which line belongs to which key.
  func hidingSecrets(in text: String) -> Diagnostic {
    mayHoldSecret(text) ? showing(nil) : self
  }
}

private struct SecretSearch {
  let file: SourceFile
  var mistakes: [Diagnostic] = []

  init(file: SourceFile) {
    self.file = file
  }

  /// - Parameter key: What the node is the value of, or a list in it.
  mutating func look(at node: YAMLNode, key: String?) {
    switch node.content {
    case .scalar(let text):
      guard let form = SecretForm(of: text) ?? userInfo(in: text, of: key) else { return }
      let owner = key.map { "'\($0)' holds" } ?? "this is"
      report(
        "\(owner) \(form.rawValue), which has no place in tokenbook.yml",
        at: node.position, showing: "…", remedy: remedy(for: form, key: key))
    case .sequence(let nodes):
      for node in nodes { look(at: node, key: key) }
    case .mapping(let entries):
      for entry in entries { look(at: entry, in: key) }
    }
  }

  /// Without `http://` in front too, where only an address can stand.
  private func userInfo(in text: String, of key: String?) -> SecretForm? {
    let addresses = [
      SettingsKey.proxy.rawValue, SettingsKey.trustedHosts.rawValue, SourceKey.cluster.rawValue,
      SourceKey.endpoint.rawValue, SourceKey.audience.rawValue,
    ]
    guard let key, addresses.contains(key), text.contains("@") else { return nil }
    return .userInfo
  }

  private mutating func look(at entry: YAMLEntry, in mapping: String?) {
    // What stands in a key's place need not be one.
    let holdsSecret = SecretForm(of: entry.key) != nil
    let isName =
      !holdsSecret && entry.key.utf8.count <= 40
      && entry.key.unicodeScalars.allSatisfy(isOfNames)
    let isCalledSecret =
      looksLikeSecret(key: entry.key) && !mayBeOrdinary(entry.key, in: mapping)
    guard holdsSecret || isCalledSecret else {
      look(at: entry.node, key: isName ? entry.key : mapping)
      return
    }
    report(
      "\(isName ? "'\(entry.key)'" : "this key") looks like a secret, "
        + "which has no place in tokenbook.yml",
      at: entry.keyPosition, showing: isName ? entry.key + ": …" : "…", remedy: usualRemedy)
  }

  /// `moved` has addresses of pages as its keys, and a column may be called `token` by a slip.
  private func mayBeOrdinary(_ key: String, in mapping: String?) -> Bool {
    switch mapping {
    case SettingsKey.moved.rawValue: true
    case SourceKey.columns.rawValue:
      nearestName(to: key, in: CSVMapping.Role.allCases.map(\.rawValue)) != nil
    default: false
    }
  }

  private mutating func report(
    _ message: String, at position: SourcePosition, showing shown: String, remedy: String
  ) {
    let indentation = String(repeating: " ", count: position.column - 1)
    mistakes.append(
      Diagnostic(message, in: file, at: position, remedy: remedy).showing(indentation + shown))
  }
}

private func isOfNames(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
  default: false
  }
}

private let usualRemedy =
  "take it out, and set AZURE_CLIENT_SECRET in the environment of the nightly job, or name a "
  + "certificate file by AZURE_CLIENT_CERTIFICATE_PATH"

private func remedy(for form: SecretForm, key: String?) -> String {
  switch (key, form) {
  case (SettingsKey.proxy.rawValue, .userInfo):
    "write '\(SettingsKey.proxy.example)'; credentials of a proxy belong into the environment: "
      + "set HTTPS_PROXY"
  case (SourceKey.app.rawValue, _):
    "take it out, and write the " + whereApplicationIDStands
  case (_, .userInfo):
    "write the address without what stands before the '@'"
  default:
    usualRemedy
  }
}
