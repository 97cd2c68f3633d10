import SeededCases
import Foundation
import SnapshotStore
import Synchronization
import Testing
import UsageModel

/// Law 7 for 200 companies: whatever fails, nothing has changed.
@Suite struct AllOrNothingTests {
  private struct Interrupted: Error {}

  @Test func `a file with a torn line changes nothing`() {
    let violations = trials(1...200) { seed in
      try attempt(seed: seed) { imported, source, generator in
        let lines = source.fileText(of: source.records, &generator)
        // A CSV file's header is whole: what is torn is a record.
        let end = lines.index(lines.endIndex, offsetBy: -generator.number(3...9))
        let whole = source.format == .azureMonitorExport ? lines : ""
        let file = imported.folder + "/torn"
        try Data((lines[..<end] + "\"x\"\n" + whole).utf8).write(to: URL(filePath: file))
        try imported.add(file: file, of: source, permitLoss: true)
        return ["law 7, a torn line was read"]
      }
    }

    #expect(violations.prefix(12) == [])
  }

  @Test func `a reader that throws in the middle changes nothing`() {
    let violations = trials(1...200) { seed in
      try attempt(seed: seed) { imported, source, _ in
        try imported.add(source, permitLoss: true) { _ in throw Interrupted() }
        return ["law 7, an interrupted import ended well"]
      }
    }

    #expect(violations.prefix(12) == [])
  }

  @Test func `a refused loss changes nothing`() {
    let refusals = Mutex(0)
    let violations = trials(1...200) { seed in
      try attempt(seed: seed) { imported, source, generator in
        var short = source
        let lost = short.records.remove(at: generator.number(0...short.records.count - 1))
        // Another day is new and complete, and must not get in either.
        short.records.append(lost)
        short.records[short.records.count - 1].second += 5 * 86_400
        do {
          try imported.add(short)
        } catch let error as SnapshotError {
          guard case .losesData = error else { return ["law 7, \(error)"] }
          refusals.withLock { $0 += 1 }
          throw error
        }
        // The lost record was all that its day had: the day is not in the answer and stays.
        return nil
      }
    }

    #expect(violations.prefix(12) == [])
    #expect(refusals.withLock { $0 } > 100)
  }

  @Test func `an import that does change something is noticed`() throws {
    let company = MadeCompany(seed: 1)
    try withTemporaryFolder { folder in
      let imported = try ImportedCompany(company, in: folder)
      let before = try SnapshotState(of: imported.snapshot, days: company.days)
      var source = company.sources[0]
      source.records.append(source.records[0])
      try imported.add(source)

      let violations = allOrNothingViolations(
        before: before, after: try SnapshotState(of: imported.snapshot, days: company.days))

      #expect(violations.contains("law 7, the bytes of the file"))
    }
  }

  /// - Parameter failing: Throws where the import failed; else nothing was to fail, or what is
  ///   wrong.
  private func attempt(
    seed: UInt64,
    failing: (ImportedCompany, MadeSource, inout SplitMix64) throws -> [String]?
  ) throws -> [String] {
    let company = MadeCompany(seed: seed)
    return try withTemporaryFolder { folder in
      let imported = try ImportedCompany(company, in: folder)
      var generator = SplitMix64(seed: seed)
      let before = try SnapshotState(of: imported.snapshot, days: company.days)
      guard let source = company.sources.first(where: { !$0.records.isEmpty }) else { return [] }
      do {
        return try failing(imported, source, &generator) ?? []
      } catch {
        return allOrNothingViolations(
          before: before, after: try SnapshotState(of: imported.snapshot, days: company.days))
      }
    }
  }
}
