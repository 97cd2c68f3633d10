import Foundation

/// What must not appear in a message, and how a service's own words are cleaned of it.
struct Redaction: Sendable {
  /// Long enough for the gist, short enough for one line of a log.
  static let mostCharacters = 200

  private var secrets: Set<Secret> = []

  init(_ secrets: [Secret] = []) {
    self.secrets = Set(secrets)
  }

  mutating func hide(_ secret: Secret) {
    secrets.insert(secret)
  }

  func hiding(_ more: [Secret]) -> Redaction {
    var redaction = self
    redaction.secrets.formUnion(more)
    return redaction
  }

  /// The first line of what a service says, without secrets and control characters.
  func firstLine(of text: String) -> String {
    var cleaned = text
    for form in hiddenForms { cleaned = cleaned.replacing(form, with: Self.gap) }
    // No error's own words have so long a run of such characters; keys, tokens and assertions do.
    cleaned = cleaned.replacing(/[A-Za-z0-9_~+=.\-]{40,}/, with: Self.gap)
    let line = cleaned.split(whereSeparator: \.isNewline).first ?? ""
    let printable = line.map { $0.unicodeScalars.allSatisfy(isPrintable) ? $0 : " " }
    return String(printable.prefix(Self.mostCharacters))
      .trimmingCharacters(in: .whitespaces)
  }

  private static let gap = "[removed]"

  /// Every secret as it is and as a service may have seen it, the longest first.
  private var hiddenForms: [String] {
    var forms: Set<String> = []
    for secret in secrets where !secret.text.isEmpty {
      let encoded = percentEncoded(secret.text)
      forms.formUnion([
        secret.text, encoded, encoded.lowercased(),
        encoded.replacing("%20", with: "+"), Data(secret.text.utf8).base64EncodedString(),
        base64URL(secret.text.utf8),
      ])
      // Each line of a key or file is as secret as the whole.
      forms.formUnion(
        secret.text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.count >= 8 })
    }
    return forms.sorted { ($0.count, $0) > ($1.count, $1) }
  }
}

extension Redaction: CustomStringConvertible, CustomReflectable {
  var description: String { "\(secrets.count) secrets that are not shown" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned: false
  default: true
  }
}
