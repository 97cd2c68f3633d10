/// A template as it is read from a folder.
package struct TemplateFile: Hashable, Sendable {
  /// As people are shown it, such as `Templates/team.md`.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// How pages look: the shell around their content, the style sheet, and what is kept beside them.
package struct Theme: Hashable, Sendable {
  package struct Logo: Hashable, Sendable {
    /// `svg` or `png`.
    package let fileExtension: String
    package let bytes: [UInt8]

    package init(fileExtension: String, bytes: [UInt8]) {
      self.fileExtension = fileExtension
      self.bytes = bytes
    }
  }

  package let layout: TemplateFile
  /// With the workbook's own accent at its end.
  package let stylesheet: [UInt8]
  /// What pages can do more where scripts run; they are complete without it.
  package let script: [UInt8]
  package let logo: Logo?

  /// - Parameter accent: For light and for dark paper, such as `#14503f`; nil keeps the sheet's.
  package init(
    layout: TemplateFile, stylesheet: [UInt8], script: [UInt8] = [], logo: Logo? = nil,
    accent: (light: String, dark: String)? = nil
  ) {
    self.layout = layout
    self.stylesheet = stylesheet + (accent.map(accentRules) ?? [])
    self.script = script
    self.logo = logo
  }
}

/// Forced colours keep what the reader's system gives.
private func accentRules(_ accent: (light: String, dark: String)) -> [UInt8] {
  Array(
    """

    /* ---------- The workbook's own accent ---------- */

    @media (forced-colors: none) {
      :root {
        --accent: \(accent.light);
      }
    }

    @media screen and (forced-colors: none) and (prefers-color-scheme: dark) {
      :root {
        --accent: \(accent.dark);
      }
    }

    """.utf8)
}
