import SourceText

/// A query's rows as a file only, for what is too long to be read on a page.
struct DownloadDefinition: Hashable, Sendable {
  /// The text of the link.
  let title: TextTemplate

  static let keys = [StepKey("title", "required; the text of the link")]
}

/// Reads the body of a `download` fence.
func downloadDefinition(
  _ body: YAMLNode?, at position: SourcePosition, names: ValueNames,
  mistakes: inout TemplateMistakes
) -> DownloadDefinition? {
  let fields = StepFields(
    body, of: "download", keys: DownloadDefinition.keys, position: position, mistakes: &mistakes)
  return fields.required("title", mistakes: &mistakes).map {
    DownloadDefinition(title: TextTemplate($0, names: names, mistakes: &mistakes))
  }
}
