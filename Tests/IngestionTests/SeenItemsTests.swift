import Foundation
import Testing
import UsageModel

@testable import Ingestion

@Suite struct SeenItemsTests {
  @Test func `an id counts once an hour, and again in another hour`() throws {
    var seen = SeenItems()

    #expect(try insert("a", hour: 0, into: &seen))
    #expect(try insert("b", hour: 0, into: &seen))
    #expect(try !insert("a", hour: 0, into: &seen))
    #expect(try insert("a", hour: 1, into: &seen))
    #expect(try !insert("b", hour: 0, into: &seen))
  }

  @Test func `an hour begins with its first tick and ends with its last`() throws {
    var seen = SeenItems()
    let ticks: Int64 = 3600 * Timestamp.ticksPerSecond

    let isNew = try [0, ticks - 1, ticks, 2 * ticks - 1].map { tick in
      try bytes("a") { try seen.insert($0, at: Timestamp(ticks: tick)) }
    }

    #expect(isNew == [true, false, true, false])
  }

  @Test func `hours beyond memory go to a private folder and come back`() throws {
    try withFiles(["tmp/keep": ""]) { folder in
      let parent = folder + "/tmp"
      var seen = SeenItems(itemsInMemory: 0, temporaryFolder: parent)

      for hour in 0..<4 { #expect(try insert("a", hour: hour, into: &seen)) }
      #expect(try names(in: parent) == ["keep"])
      // Hour 0 was used last, so hour 1 makes room for hour 4, and hour 2 for hour 1.
      #expect(try insert("b", hour: 0, into: &seen))
      #expect(try insert("a", hour: 4, into: &seen))
      #expect(try spilled(in: parent) == ["1": 16])
      #expect(try !insert("a", hour: 1, into: &seen))
      #expect(try spilled(in: parent) == ["1": 16, "2": 16])
      // Hour 1 has grown when it goes again.
      #expect(try insert("b", hour: 1, into: &seen))
      for hour in 5..<9 { #expect(try insert("a", hour: hour, into: &seen)) }
      #expect(
        try spilled(in: parent) == ["0": 32, "1": 32, "2": 16, "3": 16, "4": 16])
      for id in ["a", "b"] {
        for hour in [1, 0] { #expect(try !insert(id, hour: hour, into: &seen)) }
      }
      let own = try #require(names(in: parent).first { $0 != "keep" })
      let attributes = try FileManager.default.attributesOfItem(atPath: parent + "/" + own)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test func `the folder is gone afterwards`() throws {
    try withFiles(["keep": ""]) { folder in
      try spill(5, in: folder)

      #expect(try names(in: folder) == ["keep"])
    }
  }

  @Test func `few ids stay in memory, whatever their hours`() throws {
    // Nothing could be made there.
    var seen = SeenItems(itemsInMemory: 20, temporaryFolder: "/dev/null")

    for hour in 0..<20 { #expect(try insert("a", hour: hour, into: &seen)) }
    for hour in 0..<20 { #expect(try !insert("a", hour: hour, into: &seen)) }
    #expect(try insert("a", hour: 20, into: &seen))
    #expect(throws: RecordProblem.self) { _ = try insert("a", hour: 21, into: &seen) }
  }

  @Test func `what is seen does not depend on memory`() throws {
    for seed in 0..<20 as Range<UInt64> {
      try withFiles(["keep": ""]) { folder in
        var random = SplitMix64(state: seed)
        var seen = SeenItems(
          itemsInMemory: Int.random(in: 0..<100, using: &random), temporaryFolder: folder)
        var expected: Set<String> = []
        for _ in 0..<500 {
          let hour = Int.random(in: 0..<10, using: &random)
          let id = "\(Int.random(in: 0..<40, using: &random))"
          let isNew = try insert(id, hour: hour, into: &seen)
          #expect(isNew == expected.insert("\(hour) \(id)").inserted, "seed \(seed)")
        }
      }
    }
  }

  @Test func `a temporary folder that cannot be written is named`() {
    #expect(throws: RecordProblem.idsNotKept(path: "/dev/null", reason: "Not a directory")) {
      try spill(5, in: "/dev/null")
    }
    #expect(
      message(.idsNotKept(path: "/tmp", reason: "No space left on device")) == """
        cannot keep the ids of records in '/tmp': No space left on device
          fix: free some space there, or set TMPDIR to a folder that has more
        """)
  }

  @Test func `a file that is damaged meanwhile is an error`() throws {
    try withFiles(["tmp/keep": ""]) { folder in
      let parent = folder + "/tmp"
      var seen = SeenItems(itemsInMemory: 0, temporaryFolder: parent)
      for hour in 0..<5 { _ = try insert("a", hour: hour, into: &seen) }
      let own = try #require(names(in: parent).first { $0 != "keep" })
      let file = "\(parent)/\(own)/\(moment("2026-11-22").seconds / 3600)"
      try Data([1]).write(to: URL(filePath: file))

      #expect(throws: RecordProblem.idsNotKept(path: file, reason: "it has become shorter")) {
        _ = try insert("a", hour: 0, into: &seen)
      }
    }
  }

  /// Vectors of the algorithm's authors.
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func `ids are hashed with FNV-1a`(id: String, hash: String) {
    #expect(bytes(id) { String(itemHash($0), radix: 16) } == hash)
  }

  private func insert(_ id: String, hour: Int, into seen: inout SeenItems) throws -> Bool {
    let time = moment("2026-11-22", seconds: Int64(hour) * 3600 + 1)
    return try bytes(id) { try seen.insert($0, at: time) }
  }

  private func spill(_ hours: Int, in folder: String) throws {
    var seen = SeenItems(itemsInMemory: 0, temporaryFolder: folder)
    for hour in 0..<hours { _ = try insert("a", hour: hour, into: &seen) }
    #expect(try names(in: folder).count == 2)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// The sizes of the files kept, by name without the hours before 2026-11-22.
  private func spilled(in parent: String) throws -> [String: Int] {
    let first = moment("2026-11-22").seconds / 3600
    let own = try #require(names(in: parent).first { $0 != "keep" })
    var sizes: [String: Int] = [:]
    for name in try names(in: parent + "/" + own) {
      let file = "\(parent)/\(own)/\(name)"
      sizes["\(Int(name)! - first)"] = try Data(contentsOf: URL(filePath: file)).count
    }
    return sizes
  }
}
