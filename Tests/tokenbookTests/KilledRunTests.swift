import SeededCases
import Foundation
import Testing

/// Law 7: all or nothing, also for a run that is killed: twenty times in `make test`, two hundred in
/// `make soak`, and on until the kills fell where something could have broken.
@Suite struct KilledRunTests {
  @Test func `a killed build leaves the old site or the new one`() throws {
    let folder = try DemoWorkbook.fourMonths()
    let price = try folder.read("rates.csv")
    var rates = [price, price.replacing(",2.30,", with: ",2.31,")]
    var sites = [try folder.tree("site")]
    try folder.write(rates[1], to: "rates.csv")
    var moments = KillMoments(whole: try finish(["build"], in: folder))
    sites.append(try folder.tree("site"))
    try #require(differences(sites[0], sites[1]).count > 20)

    for seed in UInt64(1)...(KillMoments.seeds.upperBound + 40) where moments.needs(seed: seed) {
      var generator = SplitMix64(seed: seed)
      rates.swapAt(0, 1)
      sites.swapAt(0, 1)
      try folder.write(rates[1], to: "rates.csv")

      try runKilled(
        ["build"], in: folder, at: moments.next(&generator), work: ".site.staging")

      let site = try folder.tree("site")
      let isOld = differences(site, sites[0]).isEmpty
      let isNew = differences(site, sites[1]).isEmpty
      #expect(isOld || isNew, "seed \(seed): \(differences(site, sites[0]).prefix(3))")
      moments.landed(before: isOld, leavingWork: folder.holds(".site.staging"))

      try finish(["build"], in: folder)

      #expect(differences(try folder.tree("site"), sites[1]) == [], "seed \(seed)")
      #expect(!folder.holds(".site.staging"), "seed \(seed)")
      #expect(try folder.tree(".tokenbook").keys.sorted() == ["charges.sqlite", "lock"])
    }
    #expect(moments.areTelling, "\(moments)")
    print("build: \(moments)")
  }

  @Test func `a killed import leaves the old snapshot or the new one`() throws {
    let folder = try DemoWorkbook.fourMonths()
    try addLateRecords(to: folder)
    let command = ["import", "--quiet", "--source", "gateway-export", "exports", "later"]
    let old = try folder.bytes("snapshot.sqlite")
    let oldDump = try dump(folder)
    var moments = KillMoments(whole: try finish(command, in: folder))
    let newDump = try dump(folder)
    try #require(oldDump != newDump)

    for seed in UInt64(1)...(KillMoments.seeds.upperBound + 40) where moments.needs(seed: seed) {
      var generator = SplitMix64(seed: seed)
      try old.write(to: folder.url.appending(path: "snapshot.sqlite"))

      try runKilled(
        command, in: folder, at: moments.next(&generator), work: "snapshot.sqlite-journal")

      let isUnfinished = folder.holds("snapshot.sqlite-journal")
      #expect(try integrity(folder) == "ok\n", "seed \(seed)")
      #expect(try Int(folder.rows("select count(*) as days from days")[0])! > 90, "seed \(seed)")
      let found = try dump(folder)
      #expect(found == oldDump || found == newDump, "seed \(seed)")
      moments.landed(before: found == oldDump, leavingWork: isUnfinished)

      try finish(command, in: folder)

      #expect(try dump(folder) == newDump, "seed \(seed)")
      #expect(!folder.holds("snapshot.sqlite-journal"), "seed \(seed)")
    }
    #expect(moments.areTelling, "\(moments)")
    print("import: \(moments)")
  }
}

/// Runs `tokenbook` to its end and says how long that took.
@discardableResult
private func finish(_ arguments: [String], in folder: TemporaryFolder) throws -> Duration {
  let clock = ContinuousClock()
  let start = clock.now
  let outcome = try folder.tokenbook(arguments)
  try #require(outcome.status == 0, "\(outcome.errors)")
  return clock.now - start
}

/// Puts the last record of each stored month there once more: days that are stored change, too.
private func addLateRecords(to folder: TemporaryFolder) throws {
  for file in try folder.tree("exports").keys.sorted() {
    let text = try folder.read("exports/\(file)")
    let last = try #require(text.split(separator: "\n").last)
    try folder.write(
      text + last.replacing(/"_ItemId":"[^"]*"/, with: #""_ItemId":"""#) + "\n",
      to: "exports/\(file)")
  }
}

/// What SQLite says of the file; asking undoes what a killed run left half done.
private func integrity(_ folder: TemporaryFolder) throws -> String {
  try Executable.run(
    program: "/usr/bin/sqlite3", ["snapshot.sqlite", "PRAGMA integrity_check"], in: folder.url
  ).output
}

/// Everything the snapshot holds, as SQL, without the moments of imports.
private func dump(_ folder: TemporaryFolder) throws -> String {
  let outcome = try Executable.run(
    program: "/usr/bin/sqlite3", ["snapshot.sqlite", ".dump"], in: folder.url)
  try #require(outcome.status == 0, "\(outcome.errors)")
  // When the import ran, and when it read each file.
  return outcome.output.replacing(/'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ'/, with: "'MOMENT'")
    .replacing(/(INSERT INTO file VALUES\(.+,)\d+\);/) { "\($0.output.1)MOMENT);" }
}
