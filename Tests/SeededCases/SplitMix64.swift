/// A small seeded generator: the same seed gives the same cases on every machine.
///
/// The constants are those of http://xoshiro.di.unimi.it/splitmix64.c.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in `percent` of 100 cases.
  package mutating func happens(_ percent: Int) -> Bool { number(0...99) < percent }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  package mutating func count(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &self)
  }

  package mutating func one<Element>(of choices: [Element]) -> Element {
    choices[number(0...choices.count - 1)]
  }

  /// Nothing in the other cases.
  package mutating func maybe<Element>(_ percent: Int, _ choices: [Element]) -> Element? {
    happens(percent) ? one(of: choices) : nil
  }

  /// Different ones, in any order.
  package mutating func some<Element>(
    _ counts: ClosedRange<Int>, of choices: [Element]
  ) -> [Element] {
    Array(choices.shuffled(using: &self).prefix(number(counts)))
  }
}
