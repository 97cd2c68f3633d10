import SourceText

/// Gives the parts of a page their ids, so that each is unique, in every variant too.
struct PageIDs {
  /// `content` is the layout's.
  private var taken: Set<String> = ["content"]
  private var steps: [SourcePosition: String] = [:]
  private var headings: Set<SourcePosition> = []
  /// How often each name was asked for.
  private var counts: [String: Int] = [:]

  /// - Parameters:
  ///   - query: Whose rows the step shows.
  ///   - position: Of the fence.
  ///   - choices: Those the step is compiled for.
  /// - Returns: nil where the page has as many steps as it may have.
  mutating func step(
    query: String, at position: SourcePosition, choices: some Collection<ToggleChoice>
  ) -> String? {
    guard let name = steps[position] ?? next(query) else { return nil }
    steps[position] = name
    let other = choices.filter { !$0.isStandard }.sorted { $0.toggle.number < $1.toggle.number }
    return name + other.map { "-t\($0.toggle.number)c\($0.index + 1)" }.joined()
  }

  /// What links call a heading: `cached-input` for *Cached input*. Of its variants the first has it.
  ///
  /// - Parameter words: The same on every page.
  /// - Returns: nil where the heading has no id.
  mutating func heading(_ words: String, at position: SourcePosition) -> String? {
    let name = anchor(of: words)
    guard !name.isEmpty, headings.insert(position).inserted else { return nil }
    return unique(name)
  }

  private mutating func next(_ query: String) -> String? {
    steps.count < TemplateLimits.steps
      ? unique(query, with: ["", "-title", "-summary"]) : nil
  }

  /// - Parameter suffixes: Of the ids that go with the name.
  private mutating func unique(_ name: String, with suffixes: [String] = [""]) -> String {
    var unique = name
    repeat {
      let count = counts[name, default: 0] + 1
      counts[name] = count
      unique = count == 1 ? name : "\(name)-\(count)"
    } while isGenerated(unique) || suffixes.contains { taken.contains(unique + $0) }
    taken.formUnion(suffixes.map { unique + $0 })
    return unique
  }
}

/// Ids of sections and of the choices of toggles.
private func isGenerated(_ id: String) -> Bool {
  id.wholeMatch(of: /s\d+|t\d-c\d/) != nil
}

private func anchor(of words: String) -> String {
  let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
  return String(parts.joined(separator: "-").prefix(TemplateLimits.nameLength))
}
