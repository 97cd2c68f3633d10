import Foundation
import SourceText

/// A picture that stands beside the organisation's name.
package struct LogoFile: Hashable, Sendable {
  package let path: String
  /// `svg` or `png`.
  package let fileExtension: String

  static let extensions = ["svg", "png"]
  /// A logo is on every page; a larger file is a photograph.
  static let byteLimit = 100_000
}

func readAccent(
  in section: YAMLSection<SettingsKey>, mistakes: inout [Diagnostic]
) -> AccentColour? {
  guard let written = section.text(.accent, mistakes: &mistakes) else { return nil }
  guard let colour = AccentColour(written.text) else {
    mistakes.append(
      written.mistake(
        "'accent' must be a colour such as '#14503F', not \(quoted(written.text))",
        remedy: "write '\(SettingsKey.accent.example)'"))
    return nil
  }
  guard colour.isReadable(on: AccentColour.lightGrounds) else {
    mistakes.append(
      written.mistake(
        "the accent \(quoted(written.text)) is too light to be read on paper",
        remedy: "write a darker colour, with a contrast of 4.5 or more to #FFFFFF and #F1F5F0"))
    return nil
  }
  return colour
}

/// - Parameter site: What every build replaces, and with it a logo that lies inside.
func readLogo(
  in section: YAMLSection<SettingsKey>, root: String, site: String, mistakes: inout [Diagnostic]
) -> LogoFile? {
  guard let written = section.text(.logo, mistakes: &mistakes) else { return nil }
  let place = FolderPath(written.text, in: root)
  let path = place.text
  let fileExtension = URL(filePath: path).pathExtension.lowercased()
  guard LogoFile.extensions.contains(fileExtension) else {
    mistakes.append(
      written.mistake(
        "the logo \(quoted(written.text)) is no SVG or PNG file",
        remedy: "write '\(SettingsKey.logo.example)'"))
    return nil
  }
  guard !FolderPath(site, in: root).holds(place) else {
    mistakes.append(
      written.mistake(
        "the logo lies inside 'site', and every build replaces that",
        remedy: "put the file beside tokenbook.yml: '\(SettingsKey.logo.example)'"))
    return nil
  }
  let file = try? FileManager.default.attributesOfItem(
    atPath: URL(filePath: path).resolvingSymlinksInPath().path)
  guard let file, file[.type] as? FileAttributeType == .typeRegular, let size = file[.size] as? Int
  else {
    mistakes.append(
      written.mistake(
        "there is no logo \(quoted(written.text))",
        remedy: "put the file beside tokenbook.yml, or remove 'logo'"))
    return nil
  }
  guard size <= LogoFile.byteLimit else {
    mistakes.append(
      written.mistake(
        "the logo \(quoted(written.text)) has \(size) bytes",
        remedy: "make it smaller: it may have \(LogoFile.byteLimit)"))
    return nil
  }
  return LogoFile(path: path, fileExtension: fileExtension)
}
