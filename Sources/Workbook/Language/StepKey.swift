/// A key that a part of a template may have, with what it means to an author.
struct StepKey: Hashable, Sendable {
  let name: String
  let meaning: String

  init(_ name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
  }
}
