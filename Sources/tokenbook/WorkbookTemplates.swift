import BuiltInTemplates
import Foundation
import SourceText
import Workbook
import WorkbookFolder

/// The built-in pages, with those of the workbook folder in their place or beside them.
struct WorkbookTemplates {
  let pages: [TemplateFile]
  let theme: Theme

  /// Everything a page's own words come from.
  var texts: [String] {
    pages.map(\.text) + [theme.layout.text]
      + [theme.stylesheet, theme.script].map { String(decoding: $0, as: UTF8.self) }
  }

  /// - Parameter settings: Name the workbook's own templates, which need not exist.
  init(_ settings: Settings) throws {
    let folder = settings.templates
    var texts: [String: SourceFile] = [:]
    for file in builtInTemplates {
      texts[file.name] = try SourceFile(name: "built-in/\(file.name)", bytes: file.bytes)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    // A hidden file is an editor's own.
    for name in names
    where !name.hasPrefix(".") && (name.hasSuffix(".md") || texts[name] != nil) {
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      let shown = URL(filePath: folder).lastPathComponent + "/" + name
      texts[name] = try SourceFile(name: shown, bytes: Array(bytes))
    }
    func template(_ name: String) -> TemplateFile {
      TemplateFile(name: texts[name]?.name ?? name, text: texts[name]?.text ?? "")
    }
    pages = texts.keys.filter { $0.hasSuffix(".md") }.sorted().map(template)
    theme = Theme(
      layout: template("layout.html"), stylesheet: Array(template("theme.css").text.utf8),
      script: Array(template("tokenbook.js").text.utf8),
      logo: try settings.logo.map { logo in
        Theme.Logo(
          fileExtension: logo.fileExtension,
          bytes: Array(try Data(contentsOf: URL(filePath: logo.path))))
      },
      accent: settings.accent.map { ($0.text, $0.onDarkPaper.text) })
  }
}
