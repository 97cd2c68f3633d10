import Foundation
import Testing

/// A disk that fills up: a real one, of a few megabytes in memory.
@Suite(.enabled(if: OwnMounts.areAllowed, "needs `unshare -rm`"))
struct FullDiskTests {
  @Test func `an import that finds the disk full changes nothing`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(usage(days: 400), to: "usage.csv")
    let dump = try folder.dump()

    let outcome = try onFullDisk("import", leavingKilobytes: 64, in: folder)

    #expect(
      outcome.errors == """
        error: 'DIR/disk/snapshot.sqlite' cannot be written: database or disk is full
          fix: check the free space and the permissions of the folder

        """)
    #expect(outcome.status == 73)
    #expect(try after(folder, "snapshot.sql") == dump)
    #expect(try folder.bytes("after/snapshot.sqlite") == folder.bytes("snapshot.sqlite"))
  }

  @Test func `a build that finds the disk full for its cache leaves the site`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(SampleWorkbook.rates + "\n", to: "rates.csv")

    let outcome = try onFullDisk("build", leavingKilobytes: 40, in: folder)

    #expect(
      outcome.errors == """
        error: 'DIR/disk/.tokenbook/charges.sqlite.new' cannot be written: database or disk is full
          fix: check the free space and the permissions of the folder

        """)
    #expect(outcome.status == 73)
    try expectWhole(folder)
  }

  @Test func `a build that finds the disk full for its pages leaves the site`() throws {
    let folder = try SampleWorkbook.built()
    // Another title changes every page and no charge.
    try folder.replace("title: Sample", with: "title: Another", in: "tokenbook.yml")

    let cache = try folder.bytes(".tokenbook/charges.sqlite").count

    // The new cache fits, and a part of the pages.
    let outcome = try onFullDisk("build", leavingKilobytes: cache / 1024 + 64, in: folder)

    // Which page it is depends on the threads that write them.
    #expect(
      outcome.errors.replacing(/'DIR\/disk\/\.site\.staging\/[^']+'/, with: "'PAGE'") == """
        error: cannot write 'PAGE': No space left on device
          fix: check the folder's owner and permissions and the free space

        """)
    #expect(outcome.status == 73)
    try expectWhole(folder)
  }

  /// Copies the workbook to a disk, fills it but for a rest, runs a command there, and copies to
  /// `after/` what is left.
  private func onFullDisk(
    _ command: String, leavingKilobytes rest: Int, in folder: TemporaryFolder
  ) throws -> Executable.Outcome {
    try OwnMounts.run(
      """
      set -e
      mkdir disk after
      mount -t tmpfs -o size=16m tmpfs disk
      for name in * .tokenbook; do
        case $name in disk|after) ;; *) cp -a "$name" disk/ ;; esac
      done
      free=$(df --output=avail -k disk | tail -1)
      head -c $(((free - \(rest)) * 1024)) /dev/zero > disk/filler
      set +e
      (cd disk && "$0" \(command))
      status=$?
      set -e
      rm disk/filler
      cp -a disk/. after/
      sqlite3 after/snapshot.sqlite .dump > after/snapshot.sql
      exit $status
      """, in: folder)
  }

  private func after(_ folder: TemporaryFolder, _ path: String) throws -> String {
    try folder.read("after/" + path)
  }

  private func expectWhole(_ folder: TemporaryFolder) throws {
    #expect(differences(try folder.tree("site"), try folder.tree("after/site")) == [])
    #expect(!folder.holds("after/.site.staging"))
    #expect(try after(folder, "snapshot.sql") == folder.dump())
  }

  private func usage(days: Int) -> String {
    let header = "time,subscription,user,prompt,completion\n"
    return header
      + (0..<days).map { day in
        (0..<20).map { user in
          "20\(15 + day / 360)-\(two(day / 30 % 12 + 1))-\(two(day % 28 + 1)),sub-web,user-\(user)-\(day),1000,200\n"
        }.joined()
      }.joined()
      + SampleWorkbook.usage.dropFirst(header.count)
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
