import SourceText
import UsageModel

/// Reads `tokenbook.yml`.
/// - Parameter root: The workbook folder, absolute.
/// - Returns: nil where a mistake leaves a setting without a value.
func readSettings(
  _ file: SourceFile, root: String, mistakes: inout [Diagnostic]
) -> (settings: Settings?, currency: String?) {
  guard let section = settingsSection(in: file, mistakes: &mistakes) else { return (nil, nil) }

  let title = section.requiredText(.title, mistakes: &mistakes)
  let organisation = section.requiredText(.organisation, mistakes: &mistakes)
  let currency = section.requiredText(.currency, mistakes: &mistakes)
    .flatMap { checkedCurrency($0, mistakes: &mistakes) }
  let calendar = section.requiredText(.timeZone, mistakes: &mistakes)
    .flatMap { localCalendar($0, mistakes: &mistakes) }
  let locale = checkedLocale(section.text(.locale, mistakes: &mistakes), mistakes: &mistakes)
  let lookback = checkedLookback(section.text(.lookback, mistakes: &mistakes), mistakes: &mistakes)
  let agreement = readAgreement(in: section, mistakes: &mistakes)
  let users = checkedUsers(in: section, mistakes: &mistakes)
  let contact = section.text(.contact, mistakes: &mistakes)
  let accent = readAccent(in: section, mistakes: &mistakes)
  let moved = readMoved(in: section, mistakes: &mistakes)
  let paths = readPaths(in: section, root: root, mistakes: &mistakes)
  let logo = readLogo(in: section, root: root, site: paths.site, mistakes: &mistakes)
  let trustedHosts = readTrustedHosts(in: section, mistakes: &mistakes)
  let certificateFile = readCertificateFile(
    in: section, root: root, site: paths.site, mistakes: &mistakes)
  let proxy = readProxy(in: section, mistakes: &mistakes)
  let sources = readSources(
    in: section, root: root, trustedHosts: trustedHosts, mistakes: &mistakes)

  guard let title, let organisation, let currency, let calendar, let locale, let lookback,
    let users
  else { return (nil, currency) }
  let settings = Settings(
    title: title.text, organisation: organisation.text, currency: currency,
    timeZone: calendar.identifier, calendar: calendar, locale: locale, lookback: lookback,
    users: users, agreement: agreement, contact: contact?.text, logo: logo, accent: accent,
    moved: moved, snapshot: paths.snapshot, templates: paths.templates, site: paths.site,
    sources: sources, trustedHosts: trustedHosts, certificateFile: certificateFile, proxy: proxy)
  return (settings, currency)
}

private func settingsSection(
  in file: SourceFile, mistakes: inout [Diagnostic]
) -> YAMLSection<SettingsKey>? {
  do {
    let root = try parseYAML(file.text, in: file)
    let secrets = root.map { secretMistakes(in: $0, of: file) } ?? []
    guard secrets.isEmpty else {
      // Other mistakes would show the lines and values around them.
      mistakes += secrets
      return nil
    }
    if let root, root.mapping == nil {
      mistakes.append(
        Diagnostic(
          "the file must be a mapping, not \(root.kind)", in: file, at: root.position,
          remedy: "write one 'key: value' a line, such as '\(SettingsKey.title.example)'"))
      return nil
    }
    return YAMLSection(root?.mapping ?? [], in: file, at: nil, mistakes: &mistakes)
  } catch {
    mistakes += error.all.map { $0.hidingSecrets(in: file.text) }
    return nil
  }
}

private func readAgreement(
  in settings: YAMLSection<SettingsKey>, mistakes: inout [Diagnostic]
) -> Agreement? {
  guard let section = settings.section(.agreement, of: AgreementKey.self, mistakes: &mistakes)
  else { return nil }
  let document = section.requiredText(.document, mistakes: &mistakes)
  let date = section.requiredText(.date, mistakes: &mistakes)
    .flatMap { calendarDay($0, mistakes: &mistakes) }
  guard let document, let date else { return nil }
  return Agreement(document: document.text, date: date)
}

private func readPaths(
  in section: YAMLSection<SettingsKey>, root: String, mistakes: inout [Diagnostic]
) -> (snapshot: String, templates: String, site: String) {
  func path(_ key: SettingsKey, _ usual: String) -> (path: FolderPath, written: Located?) {
    let written = section.text(key, mistakes: &mistakes)
    return (FolderPath(written?.text ?? usual, in: root), written)
  }
  let snapshot = path(.snapshot, "snapshot.sqlite")
  let templates = path(.templates, "Templates")
  let site = path(.site, "site")

  // A build replaces the site as a whole.
  if site.path.holds(FolderPath("", in: root)) {
    if let written = site.written {
      mistakes.append(
        written.mistake(
          "'site' holds the workbook folder, and every build replaces it",
          remedy: "write a folder of its own: 'site: site'"))
    }
  } else {
    for (key, other) in [(SettingsKey.snapshot, snapshot), (.templates, templates)]
    where site.path.holds(other.path) {
      guard let written = other.written ?? site.written else { continue }
      mistakes.append(
        written.mistake(
          "'\(key.rawValue)' lies inside 'site', and every build replaces that",
          remedy: "write '\(key.example)' and 'site: site'"))
    }
  }
  return (snapshot.path.text, templates.path.text, site.path.text)
}
