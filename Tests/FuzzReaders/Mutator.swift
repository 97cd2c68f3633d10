import SeededCases

/// Makes inputs from a corpus: a seed and a number always give the same one.
struct Mutator {
  /// Bytes of an input, a few of them apart.
  private static let usualSize = 1 << 16
  let corpus: Corpus
  let words: [[UInt8]]
  /// Bytes of the few inputs that are much larger.
  let hugeSize: Int

  init(corpus: Corpus, reader: FuzzedReader) {
    self.corpus = corpus
    hugeSize = reader.hugeSize
    words = reader.words.map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF5]]
  }

  /// The corpus itself comes first.
  func input(_ number: Int, seed: UInt64) -> [UInt8] {
    if number < corpus.files.count { return corpus.files[number] }
    var generator = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9)
    var input = generator.one(of: corpus.files)
    for _ in 0..<generator.number(1...6) { mutate(&input, &generator) }
    if generator.number(0...3999) == 0 {
      let byte = generator.one(of: [0x20, 0x30, 0x5B, 0x61] as [UInt8])
      input.insert(
        contentsOf: repeatElement(byte, count: hugeSize), at: place(in: input, &generator))
    }
    return input
  }

  private func mutate(_ input: inout [UInt8], _ generator: inout SplitMix64) {
    let at = place(in: input, &generator)
    let range = at..<min(at + generator.number(0...40), input.count)
    switch generator.number(0...11) {
    case 0 where at < input.count:
      input[at] ^= 1 << UInt8(generator.number(0...7))
    case 1 where at < input.count:
      input[at] = UInt8(generator.number(0...255))
    case 2, 3:
      input.insert(contentsOf: generator.one(of: words), at: at)
    case 4:
      input.replaceSubrange(range, with: generator.one(of: words))
    case 5:
      input.removeSubrange(range)
    case 6:
      input.insert(contentsOf: input[range], at: place(in: input, &generator))
    case 7:
      input.removeLast(input.count - at)
    case 8:
      let other = generator.one(of: corpus.files)
      input = Array(input[..<at] + other[place(in: other, &generator)...])
    case 9:
      replaceNumber(in: &input, from: at, &generator)
    case 10:
      let word = generator.one(of: words)
      let count = generator.number(1...max(1, min(3000, Self.usualSize / max(word.count, 1))))
      input.insert(contentsOf: Array(repeatElement(word, count: count).joined()), at: at)
    default:
      swapLines(in: &input, &generator)
    }
    if input.count > Self.usualSize { input.removeLast(input.count - Self.usualSize) }
  }

  /// The first run of digits from `start` on becomes another number.
  private func replaceNumber(
    in input: inout [UInt8], from start: Int, _ generator: inout SplitMix64
  ) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let first = input[start...].firstIndex(where: isDigit) else { return }
    let end = input[first...].firstIndex { !isDigit($0) } ?? input.count
    let numbers = [
      "0", "1", "00", "59", "60", "1969", "2015", "2099", "9999", "-5", "1.0", "1e3", "0.5",
      "\(generator.next())", "9223372036854775807",
    ]
    input.replaceSubrange(first..<end, with: Array(generator.one(of: numbers).utf8))
  }

  private func swapLines(in input: inout [UInt8], _ generator: inout SplitMix64) {
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.swapAt(generator.number(0...lines.count - 1), generator.number(0...lines.count - 1))
    input = Array(lines.joined(separator: [0x0A]))
  }

  private func place(in bytes: [UInt8], _ generator: inout SplitMix64) -> Int {
    generator.number(0...bytes.count)
  }
}
