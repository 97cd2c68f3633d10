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

/// How pages look: the shell around their content, and the style sheet.
package struct Theme: Hashable, Sendable {
  package let layout: TemplateFile
  package let stylesheet: [UInt8]

  package init(layout: TemplateFile, stylesheet: [UInt8]) {
    self.layout = layout
    self.stylesheet = stylesheet
  }
}
