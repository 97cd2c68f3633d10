import Foundation
import Testing

/// A snapshot that cannot be written or read: every command says so, and it stays as it is.
@Suite struct SnapshotFaultTests {
  @Test func `a locked snapshot`() throws {
    let folder = try changedBook()
    let dump = try folder.dump()

    let outcome = try run(
      """
      mkfifo pipe
      sqlite3 snapshot.sqlite < pipe &
      exec 3> pipe
      echo 'BEGIN EXCLUSIVE;' >&3
      echo '.shell touch locked' >&3
      until [ -e locked ]; do sleep 0.01; done
      "$0" import 3>&-
      status=$?
      exec 3>&-
      wait
      exit $status
      """, in: folder)

    #expect(
      outcome.errors == """
        error: 'DIR/snapshot.sqlite' is locked by another program
          fix: wait until the other run has ended, and try again

        """)
    #expect(outcome.status == 75)
    #expect(try folder.dump() == dump)
  }

  @Test(arguments: [["import"], ["build"]])
  func `a snapshot of a newer version`(command: [String]) throws {
    let folder = try changedBook()
    try sqlite("PRAGMA user_version = 99", in: folder)
    let dump = try folder.dump()
    let known = try #require(try Self.knownFormat())

    let outcome = try folder.tokenbook(command)

    #expect(
      outcome.errors == """
        error: 'DIR/snapshot.sqlite' was written by a newer tokenbook: its format is 99, this one \
        knows up to \(known)
          fix: update tokenbook

        """)
    #expect(outcome.status == 78)
    #expect(try folder.dump() == dump)
  }

  @Test(arguments: [["import"], ["build"], ["query", "select * from days"]])
  func `a corrupt snapshot`(command: [String]) throws {
    let folder = try changedBook()
    var bytes = try folder.bytes("snapshot.sqlite")
    bytes.replaceSubrange(4096..., with: Data(repeating: 0xA5, count: bytes.count - 4096))
    try bytes.write(to: folder.url.appending(path: "snapshot.sqlite"))
    let site = try folder.tree("site")

    let outcome = try folder.tokenbook(command)

    #expect(
      outcome.errors == """
        error: 'DIR/snapshot.sqlite' cannot be read: database disk image is malformed
          fix: put back a copy of 'DIR/snapshot.sqlite', or move it away and import everything again

        """)
    #expect(outcome.status == 65)
    #expect(try folder.bytes("snapshot.sqlite") == bytes)
    #expect(differences(site, try folder.tree("site")) == [])
  }

  @Test(arguments: [["import"], ["build"]])
  func `a file that is no snapshot`(command: [String]) throws {
    let folder = try changedBook()
    let text = Data(String(repeating: "minutes of a meeting\n", count: 100).utf8)
    try text.write(to: folder.url.appending(path: "snapshot.sqlite"))

    let outcome = try folder.tokenbook(command)

    #expect(
      outcome.errors == """
        error: 'DIR/snapshot.sqlite' is not a snapshot of tokenbook
          fix: name another file as `snapshot:` in tokenbook.yml, or move this one away

        """)
    #expect(outcome.status == 78)
    #expect(try folder.bytes("snapshot.sqlite") == text)
  }

  /// Root may write to what nobody may, so the file lies on a mount that is read-only.
  @Test(.enabled(if: OwnMounts.areAllowed, "needs `unshare -rm`"))
  func `a snapshot on a read-only disk is refused by an import, and read by a build`() throws {
    let folder = try changedBook()
    let dump = try folder.dump()
    let readOnly = """
      mount --bind "$PWD" "$PWD" && cd "$PWD" && mkdir -p kept/.tokenbook kept/site.parent
      mount --bind snapshot.sqlite snapshot.sqlite
      mount -o remount,ro,bind snapshot.sqlite || exit 99
      """

    let outcome = try OwnMounts.run(readOnly + "\n\"$0\" import", in: folder)
    let build = try OwnMounts.run(readOnly + "\n\"$0\" build --quiet", in: folder)

    #expect(
      outcome.errors == """
        error: 'DIR/snapshot.sqlite' cannot be written: attempt to write a readonly database
          fix: check the free space and the permissions of the folder

        """)
    #expect(outcome.status == 73)
    #expect(try folder.dump() == dump)
    #expect(build.errors == "")
    #expect(build.status == 0)
  }

  /// The format that this version writes.
  private static func knownFormat() throws -> String? {
    let folder = try SampleWorkbook.imported()
    return try sqlite("PRAGMA user_version", in: folder).split(separator: "\n").first
      .map(String.init)
  }

  /// A built workbook with a day to import.
  private func changedBook() throws -> TemporaryFolder {
    let folder = try SampleWorkbook.built()
    try folder.write(
      SampleWorkbook.usage + "2026-10-03 08:00:00,sub-web,ann,1,1\n", to: "usage.csv")
    return folder
  }

  private func run(_ script: String, in folder: TemporaryFolder) throws -> Executable.Outcome {
    try Executable.run(program: "/bin/bash", ["-c", script, Executable.path], in: folder.url)
      .without(folder)
  }
}

@discardableResult
private func sqlite(_ sql: String, in folder: TemporaryFolder) throws -> String {
  let outcome = try Executable.run(
    program: "/usr/bin/sqlite3", ["snapshot.sqlite", sql], in: folder.url)
  try #require(outcome.status == 0, "\(outcome.errors)")
  return outcome.output
}
