import ContentHash
import SourceText

/// Every page of a site, ready to be filled with rows.
package struct CompiledWorkbook: Hashable, Sendable {
  let templates: [CompiledTemplate]
  let layout: CompiledLayout
  /// SHA-256 of the templates and the layout.
  let contentHash: String
}

/// Compiles all templates against the views they may read.
///
/// - Parameter views: view name → columns.
/// - Throws: every mistake of every template, in the order of the files and their lines.
package func compileWorkbook(
  _ files: [TemplateFile], layout: TemplateFile, views: [String: [String]]
) throws(Diagnostics) -> CompiledWorkbook {
  var mistakes: [Diagnostic] = []
  let environment = CompilerEnvironment(views: views)
  let sorted = files.sorted { $0.name < $1.name }
  let sources = sorted.compactMap { sourceFile($0, mistakes: &mistakes) }
  let partials = Partials(sources)
  let pages = sources.filter { partialName(of: $0.name) == nil }
  let templates = pages.compactMap { file in
    compiledTemplate(
      partials.including(in: file, mistakes: &mistakes), in: environment, mistakes: &mistakes)
  }
  let compiledLayout = CompiledLayout(layout, mistakes: &mistakes)
  for (file, next) in zip(sources, sources.dropFirst()) where file.name == next.name {
    mistakes.append(Diagnostic(.twoTemplatesOfOneName, in: next, at: nil))
  }
  checkPaths(of: templates, mistakes: &mistakes)
  // Only where every page is known can a link be known to lead nowhere.
  let isComplete = templates.count == sorted.count { partialName(of: $0.name) == nil }
  if isComplete { checkLinks(of: templates, mistakes: &mistakes) }
  guard mistakes.isEmpty else { throw Diagnostics(all: inFileOrder(distinct(mistakes))) }
  return CompiledWorkbook(
    templates: templates, layout: compiledLayout,
    contentHash: sha256Hex(
      chunks: (sorted + [layout]).map { Array(($0.name + "\0" + $0.text + "\0").utf8) }))
}

/// - Returns: nil for a page beyond a limit; a partial then is empty, so that it is not missed too.
private func sourceFile(
  _ template: TemplateFile, mistakes: inout [Diagnostic]
) -> SourceFile? {
  func refused(_ excess: Diagnostic) -> SourceFile? {
    mistakes.append(excess)
    return partialName(of: template.name).map { _ in SourceFile(name: template.name, text: "") }
  }
  if let excess = excess(of: template) { return refused(excess) }
  let hasMark = template.text.unicodeScalars.first == "\u{FEFF}"
  let text = hasMark ? String(template.text.unicodeScalars.dropFirst()) : template.text
  let file = SourceFile(name: template.name, text: text)
  return excess(in: file).map(refused) ?? file
}

/// A partial's mistakes are found once for every page that includes it, with what each page knows
/// as remedies.
private func distinct(_ mistakes: [Diagnostic]) -> [Diagnostic] {
  struct Place: Hashable {
    let file: String
    let position: SourcePosition?
    let message: String
  }
  var known: Set<Place> = []
  return mistakes.filter {
    known.insert(Place(file: $0.file, position: $0.position, message: $0.message)).inserted
  }
}

private func inFileOrder(_ mistakes: [Diagnostic]) -> [Diagnostic] {
  mistakes.enumerated().sorted { left, right in
    let first = SourcePosition(line: 0, column: 0)
    let keys = (left.element.position ?? first, right.element.position ?? first)
    return (left.element.file, keys.0, left.offset) < (right.element.file, keys.1, right.offset)
  }.map(\.element)
}

private func checkPaths(of templates: [CompiledTemplate], mistakes: inout [Diagnostic]) {
  var writers: [PagePath: String] = [:]
  for template in templates {
    guard case .single(let path) = template.source else { continue }
    if let other = writers[path] {
      mistakes.append(
        Diagnostic(.duplicatePath(path.file, other: other), in: template.file, at: nil))
    }
    writers[path] = template.file.name
  }
}

private func checkLinks(of templates: [CompiledTemplate], mistakes: inout [Diagnostic]) {
  var pages: [String] = []
  var folders: Set<String> = []
  for template in templates {
    switch template.source {
    case .single(let path): pages.append(path.folder.isEmpty ? "." : path.folder[0])
    case .forEach(let rows): folders.insert(rows.folder)
    }
  }
  for template in templates {
    for target in template.links {
      guard let literal = target.template.literalText else { continue }
      switch LinkAddress(literal) {
      case .page(let folder, _):
        let path = folder.isEmpty ? "." : folder.joined(separator: "/")
        // Pages made from rows are known only once the rows are.
        if folder.count > 1, folders.contains(folder[0]) { continue }
        if !pages.contains(path) {
          mistakes.append(
            Diagnostic(.unknownPage(path, known: pages), in: template.file, at: target.position))
        }
      case .refused:
        mistakes.append(
          Diagnostic(.refusedScheme(literal), in: template.file, at: target.position))
      case .external, .anchor, .file:
        break
      }
    }
  }
}
