import SourceText

/// The values of `locale` in `tokenbook.yml`: BCP 47, a language alone before its countries.
package let localeNames = [
  "en", "en-GB", "en-IE", "en-US", "de", "de-DE", "de-AT", "de-CH", "fr", "fr-FR", "fr-BE", "fr-CH",
]

func checkedLocale(_ written: Located?, mistakes: inout [Diagnostic]) -> String? {
  guard let written else { return "en-GB" }
  if localeNames.contains(written.text) { return written.text }
  let question = nearestLocale(to: written.text).map { "did you mean '\($0)'? " } ?? ""
  mistakes.append(
    written.mistake(
      "unknown locale \(quoted(written.text))",
      remedy: question + "locales: " + localeNames.joined(separator: ", ")))
  return nil
}

/// `de_DE.UTF-8` is `de-DE` as hosts write it, and a country without formats of its own has those of
/// its language. Only a longer name can be a slip: `es` is a language and not a wrong `en`.
private func nearestLocale(to name: String) -> String? {
  let wanted = String(name.lowercased().replacing("_", with: "-").prefix { $0 != "." })
  let language = wanted.prefix { $0 != "-" }
  return localeNames.first { $0.lowercased() == wanted }
    ?? localeNames.first { $0 == language }
    ?? (wanted.count > 2 ? nearestName(to: wanted, in: localeNames) : nil)
}
