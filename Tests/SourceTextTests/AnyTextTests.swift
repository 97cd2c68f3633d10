import SeededCases
import SourceText
import Testing

/// What holds for every text. Seeds are fixed, and a failure prints its own.
@Suite struct AnyTextTests {
  @Test func `quoted fields come back as they were written`() throws {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let width = Int.random(in: 1...4, using: &generator)
      let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        (0..<width).map { _ in randomText(from: "ab ,;\"#\n\té🇩🇪", using: &generator) }
      }
      let header = (0..<width).map { "column\($0)" }.joined(separator: ";")
      let lines = rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
      }
      let text = ([header] + lines).joined(separator: "\r\n")

      // One column has no semicolon to recognise, and needs none.
      let document = try parseCSV(SourceFile(name: "f.csv", text: text))

      #expect(document.records.map { $0.fields.map(\.text) } == rows, "seed \(seed)")
    }
  }

  @Test func `every mistake lies inside its file`() {
    for seed in 0..<2000 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let text = randomText(from: "ab:-,#\"'\n\r\t &*!{}[]|>?é日", using: &generator)
      let file = SourceFile(name: "f", text: text)
      for mistake in mistakes(in: file) {
        let position = mistake.position ?? SourcePosition(line: 1, column: 1)
        #expect((1...file.lineCount).contains(position.line), "seed \(seed)")
        let width = file.line(position.line).count
        #expect((1...(width + 1)).contains(position.column), "seed \(seed)")
      }
    }
  }
}

private func mistakes(in file: SourceFile) -> [Diagnostic] {
  var mistakes: [Diagnostic] = []
  do { _ = try parseYAML(file.text, in: file) } catch { mistakes += error.all }
  do { _ = try parseCSV(file, columns: ["a", "b"]) } catch { mistakes += error.all }
  do { _ = try parseCSV(file) } catch { mistakes += error.all }
  return mistakes
}

private func randomText(from alphabet: String, using generator: inout SplitMix64) -> String {
  let letters = Array(alphabet)
  let count = Int.random(in: 0...24, using: &generator)
  return String((0..<count).compactMap { _ in letters.randomElement(using: &generator) })
}
