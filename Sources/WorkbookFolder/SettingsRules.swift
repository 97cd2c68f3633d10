import Foundation
import SourceText
import UsageModel

func checkedCurrency(_ written: Located, mistakes: inout [Diagnostic]) -> String? {
  guard minorUnits(ofCurrency: written.text) == nil else { return written.text }
  let nearest = nearestName(to: written.text, in: currencyCodes)
  let question = nearest.map { "did you mean '\($0)'? " } ?? ""
  mistakes.append(
    written.mistake(
      "unknown currency \(quoted(written.text))",
      remedy: question + "write an ISO 4217 code such as EUR, GBP or USD"))
  return nil
}

func localCalendar(_ written: Located, mistakes: inout [Diagnostic]) -> LocalCalendar? {
  if let calendar = LocalCalendar(identifier: written.text) { return calendar }
  let question = nearestTimeZone(to: written.text).map { "did you mean '\($0)'? " } ?? ""
  mistakes.append(
    written.mistake(
      "unknown time zone \(quoted(written.text))",
      remedy: question + "write an IANA name such as Europe/Berlin or UTC"))
  return nil
}

/// A city alone finds its zone, and so does any spelling with capitals.
private func nearestTimeZone(to name: String) -> String? {
  let zones = ["UTC"] + TimeZone.knownTimeZoneIdentifiers.sorted()
  let wanted = name.lowercased()
  return zones.first { $0.lowercased() == wanted }
    ?? zones.first { $0.lowercased().hasSuffix("/" + wanted) }
    ?? nearestName(to: name, in: zones)
}

func checkedLookback(_ written: Located?, mistakes: inout [Diagnostic]) -> Int? {
  guard let written else { return 3 }
  if let days = Int(written.text), (0...31).contains(days), written.text == String(days) {
    return days
  }
  mistakes.append(
    written.mistake(
      "'lookback' must be a number of days from 0 to 31, not \(quoted(written.text))",
      remedy: "write 'lookback: 3'"))
  return nil
}

func checkedUsers(
  in section: YAMLSection<SettingsKey>, mistakes: inout [Diagnostic]
) -> UsersMode? {
  guard section.entry(.users) != nil else { return .off }
  guard let written = section.text(.users, mistakes: &mistakes) else { return nil }
  guard let mode = UsersMode(rawValue: written.text) else {
    let modes = UsersMode.allCases.map(\.rawValue)
    mistakes.append(
      written.mistake(
        "unknown value \(quoted(written.text)) of 'users'",
        remedy: suggestion(for: written.text, in: modes, of: "values")))
    return nil
  }
  if mode == .names, section.entry(.agreement) == nil {
    mistakes.append(
      written.mistake(
        "'users: names' needs an agreement",
        remedy: "add '\(SettingsKey.agreement.example)', "
          + "or write 'users: groups', which names nobody"))
    return nil
  }
  return mode
}
