import SourceText

/// A choice that a reader makes on the page. Every variant is rendered; plain radio buttons switch.
struct Toggle: Hashable, Sendable {
  struct Choice: Hashable, Sendable {
    /// What queries are given as a parameter.
    let value: String
    let label: String
  }

  let name: String
  /// Counts the toggles of a page from 1.
  let number: Int
  let choices: [Choice]
  /// Index of the choice that is shown first.
  let standard: Int
  let position: SourcePosition

  static let countLimit = 4
  static let choiceLimit = 6
  /// Of one step: what several toggles make together.
  static let variantLimit = 6
}

/// A toggle at one of its choices.
struct ToggleChoice: Hashable, Sendable {
  let toggle: Toggle
  let index: Int

  var choice: Toggle.Choice { toggle.choices[index] }
  var isStandard: Bool { index == toggle.standard }
}

/// Everything that can be chosen with some toggles, in the order of their choices.
func combinations(of toggles: [Toggle]) -> [[ToggleChoice]] {
  toggles.reduce([[]]) { combinations, toggle in
    combinations.flatMap { before in
      toggle.choices.indices.map { before + [ToggleChoice(toggle: toggle, index: $0)] }
    }
  }
}
