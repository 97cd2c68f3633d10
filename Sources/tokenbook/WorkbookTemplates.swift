import BuiltInTemplates
import Foundation
import SourceText
import Workbook

/// The built-in pages, with those of the workbook folder in their place or beside them.
struct WorkbookTemplates {
  let pages: [TemplateFile]
  let theme: Theme

  /// Everything a page's own words come from.
  var texts: [String] {
    pages.map(\.text) + [theme.layout.text, String(decoding: theme.stylesheet, as: UTF8.self)]
  }

  /// - Parameter folder: The workbook's own templates; it need not exist.
  init(folder: String) throws {
    var texts: [String: SourceFile] = [:]
    for file in builtInTemplates {
      texts[file.name] = try SourceFile(name: "built-in/\(file.name)", bytes: file.bytes)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasSuffix(".md") || texts[name] != nil {
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      let shown = URL(filePath: folder).lastPathComponent + "/" + name
      texts[name] = try SourceFile(name: shown, bytes: Array(bytes))
    }
    func template(_ name: String) -> TemplateFile {
      TemplateFile(name: texts[name]?.name ?? name, text: texts[name]?.text ?? "")
    }
    pages = texts.keys.filter { $0.hasSuffix(".md") }.sorted().map(template)
    theme = Theme(
      layout: template("layout.html"), stylesheet: Array(template("theme.css").text.utf8))
  }
}
