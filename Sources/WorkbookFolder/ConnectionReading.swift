import Foundation
import SourceText

/// Reads `trusted_hosts`: hosts that may see a token, beside the services' own.
func readTrustedHosts(
  in section: YAMLSection<SettingsKey>, mistakes: inout [Diagnostic]
) -> [String] {
  guard let entry = section.entry(.trustedHosts) else { return [] }
  guard let nodes = entry.node.sequence else {
    mistakes.append(section.wrongKind(of: entry.node, key: .trustedHosts, expected: "a list"))
    return []
  }
  var hosts: [String] = []
  for node in nodes {
    guard let written = section.text(of: node, key: .trustedHosts, mistakes: &mistakes) else {
      continue
    }
    let host = written.text.lowercased()
    if !isHost(host) {
      let meant = WebAddress(written.text) ?? WebAddress("https://" + written.text)
      mistakes.append(
        written.mistake(
          "\(quoted(written.text)) is not the name of a host",
          remedy: "write \(meant.map { "'\($0.host)'" } ?? "it whole"), "
            + "without scheme, port, path or wildcard"))
    } else if hosts.contains(host) {
      mistakes.append(
        written.mistake(
          "\(quoted(written.text)) is in 'trusted_hosts' twice", remedy: "remove one of them"))
    } else {
      hosts.append(host)
    }
  }
  return hosts
}

/// - Parameter site: What every build replaces, and with it a certificate that lies inside.
func readCertificateFile(
  in section: YAMLSection<SettingsKey>, root: String, site: String, mistakes: inout [Diagnostic]
) -> String? {
  guard let written = section.text(.certificateFile, mistakes: &mistakes) else { return nil }
  let place = FolderPath(written.text, in: root)
  guard !FolderPath(site, in: root).holds(place) else {
    mistakes.append(
      written.mistake(
        "the certificate file lies inside 'site', which is published and replaced by every build",
        remedy: "put the file beside tokenbook.yml: '\(SettingsKey.certificateFile.example)'"))
    return nil
  }
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: place.text, isDirectory: &isFolder),
    !isFolder.boolValue
  else {
    mistakes.append(
      written.mistake(
        isFolder.boolValue
          ? "the certificate file \(quoted(written.text)) is a folder"
          : "there is no certificate file \(quoted(written.text))",
        remedy: "name a PEM file with your company's certificate authority, "
          + "or remove 'certificate_file'"))
    return nil
  }
  return place.text
}

func readProxy(
  in section: YAMLSection<SettingsKey>, mistakes: inout [Diagnostic]
) -> String? {
  guard let written = section.text(.proxy, mistakes: &mistakes) else { return nil }
  guard let address = WebAddress(written.text), address.scheme == "http", address.port != nil,
    !address.hasMore
  else {
    mistakes.append(
      written.mistake(
        "'proxy' must be 'http://' with a host and a port, not \(quoted(written.text))",
        remedy: "write '\(SettingsKey.proxy.example)'; "
          + "credentials of a proxy belong into the environment: set HTTPS_PROXY"))
    return nil
  }
  return address.text
}
