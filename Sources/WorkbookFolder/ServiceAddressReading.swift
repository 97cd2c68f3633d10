import SourceText
import UsageModel

/// Reads the address that queries, and the token with them, go to.
/// - Returns: Scheme, host and perhaps a port. nil where the key is absent or, which is reported, a
///   token may not go there.
func readServiceAddress(
  _ key: SourceKey, in section: YAMLSection<SourceKey>, trustedHosts: [String],
  mistakes: inout [Diagnostic]
) -> String? {
  guard let written = section.text(key, mistakes: &mistakes) else { return nil }
  let name = key.rawValue
  func report(_ message: String, remedy: String) {
    mistakes.append(written.mistake(message, remedy: remedy))
  }
  guard let address = WebAddress(written.text), ["https", "http"].contains(address.scheme) else {
    report(
      "'\(name)' must be 'https://' and a host, not \(quoted(written.text))",
      remedy: "write '\(key.example)'")
    return nil
  }
  guard !address.hasMore else {
    report(
      "'\(name)' has more than a host: \(quoted(written.text))",
      remedy: "write '\(name): \(address.text)'; what is asked there follows from the other keys")
    return nil
  }
  guard address.scheme == "https" || address.isLoopback else {
    report(
      "'\(name)' is not encrypted: a token goes only over TLS",
      remedy: "write '\(name): https\(address.text.dropFirst(address.scheme.count))'")
    return nil
  }
  guard TrustedHosts(named: trustedHosts).contains(address.host) else {
    // An IPv6 address between brackets is YAML only in quotes.
    let hosts = (trustedHosts + [address.host])
      .map { $0.contains(":") ? "\"\($0)\"" : $0 }.joined(separator: ", ")
    report(
      "a token may not go to \(quoted(address.host)), which is no host of the service",
      remedy: "correct it, or name the host at the top level of tokenbook.yml: "
        + "'\(SettingsKey.trustedHosts.rawValue): [\(hosts)]'")
    return nil
  }
  return address.text
}

/// Reads whom a token is for: an address or an `api://` id, as it stands in the token.
func readAudience(
  in section: YAMLSection<SourceKey>, mistakes: inout [Diagnostic]
) -> String? {
  guard let written = section.text(.audience, mistakes: &mistakes) else { return nil }
  let text = written.text
  guard !text.hasSuffix("/.default") else {
    mistakes.append(
      written.mistake(
        "'audience' ends in '/.default', which is added to it",
        remedy: "leave /.default out: 'audience: \(text.dropLast("/.default".count))'"))
    return nil
  }
  let isAddress = WebAddress(text)?.scheme == "https" && !text.contains { "?#".contains($0) }
  let isIdentifier = text.hasPrefix("api://") && text.count > "api://".count
  guard isAddress || isIdentifier, !text.contains(where: \.isWhitespace) else {
    mistakes.append(
      written.mistake(
        "'audience' must be an address that begins with 'https://' or 'api://', "
          + "not \(quoted(text))",
        remedy: "write '\(SourceKey.audience.example)'"))
    return nil
  }
  return text
}
