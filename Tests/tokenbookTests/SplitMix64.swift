/// A small seeded generator: the same seed gives the same cases on every machine.
///
/// The constants are those of http://xoshiro.di.unimi.it/splitmix64.c.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in `percent` of 100 cases.
  mutating func happens(_ percent: Int) -> Bool { number(0...99) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[number(0...choices.count - 1)]
  }

  /// Different ones, in any order.
  mutating func some<Element>(_ counts: ClosedRange<Int>, of choices: [Element]) -> [Element] {
    Array(choices.shuffled(using: &self).prefix(number(counts)))
  }
}
