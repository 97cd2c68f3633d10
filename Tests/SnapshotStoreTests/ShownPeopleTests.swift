import Foundation
import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

/// What `people` holds in each mode.
@Suite struct ShownPeopleTests {
  private static let key = PseudonymKey(Array("0123456789abcdef".utf8))!

  /// Six people in sales, one of them in two years; two in the lab; nobody is named at the desk.
  private static let usage: [UsagePoint] =
    ["ann", "bob", "cid", "dot", "eve", "fay", "unknown"].map { user in
      point(
        "2026-12-31", subscription: "sub-sales", user: user,
        TokenCounts(prompt: 10, requests: 1))
    } + [
      point("2026-12-31", subscription: "sub-lab", user: "gus", TokenCounts(prompt: 7)),
      point("2026-12-31", subscription: "sub-lab", user: "hal", TokenCounts(prompt: 7)),
      point("2026-12-31", subscription: "sub-desk", user: "unknown", TokenCounts(prompt: 3)),
      point("2027-01-01", subscription: "sub-sales", user: "ann", TokenCounts(prompt: 5)),
    ]

  @Test func `names are as they were sent`() throws {
    let lines = try people(.names)

    #expect(lines.count == 11)
    #expect(lines.first == "2026-12 | desk | chat | unknown | 0 | 3 | - | 3 | - | names")
    #expect(lines.last == "2027-01 | sales | chat | ann | 0 | 5 | - | 5 | 1 | names")
  }

  @Test func `pseudonyms change with the year`() throws {
    let lines = try people(.pseudonyms(Self.key))

    #expect(lines.count == 11)
    #expect(lines.contains("2026-12 | sales | chat | u-7gh2gq | 1 | 10 | - | 10 | 1 | pseudonyms"))
    #expect(lines.contains("2026-12 | sales | chat | unknown | 1 | 10 | - | 10 | - | pseudonyms"))
    #expect(lines.last == "2027-01 | sales | chat | u-f7st65 | 0 | 5 | - | 5 | 1 | pseudonyms")
  }

  @Test func `groups are teams, and of too few people nothing is shown`() throws {
    #expect(
      try people(.groups) == [
        "2026-12 | desk | chat | unknown | 0 | 3 | - | 3 | - | groups",
        "2026-12 | lab | chat | 8 people in 2 teams | 0 | 14 | - | 14 | 8 | groups",
        "2026-12 | sales | chat | 8 people in 2 teams | 7 | 70 | - | 70 | 8 | groups",
      ])
  }

  @Test func `somebody who used no tokens is in no group`() throws {
    let idle = ["ida", "jim", "kai"].map { user in
      point(
        "2026-12-31", subscription: "sub-lab", user: user, TokenCounts(prompt: 0, requests: 1))
    }

    #expect(
      try people(.groups, Self.usage + idle).contains(
        "2026-12 | lab | chat | 8 people in 2 teams | 3 | 14 | - | 14 | 8 | groups"))
  }

  @Test(arguments: [ShownPeople.off, .groups, .pseudonyms(key), .names])
  func `a user's name is in the cache where names are shown and nowhere else`(
    shown: ShownPeople
  ) throws {
    try withTemporaryFolder { folder in
      let named = Self.usage.map { usage in
        point(
          usage.day.description, subscription: usage.series.subscription,
          user: usage.series.user + "@contoso", usage.counts)
      }
      _ = try reader(in: folder, shown, named)

      let bytes = FileManager.default.contents(atPath: folder + "/charges.sqlite")!

      #expect((bytes.range(of: Data("@contoso".utf8)) != nil) == (shown == .names))
      #expect(bytes.range(of: Data("0123456789abcdef".utf8)) == nil)
    }
  }

  @Test func `each mode and each key has a cache of its own`() throws {
    let other = PseudonymKey(Array("fedcba9876543210".utf8))!
    try withTemporaryFolder { folder in
      let modes: [ShownPeople] = [.off, .groups, .pseudonyms(Self.key), .pseudonyms(other), .names]

      let keys = try modes.map { try reader(in: folder, $0).cacheKey }

      #expect(Set(keys).count == modes.count)
      #expect(try reader(in: folder, .pseudonyms(Self.key)).cacheKey == keys[2])
    }
  }

  private func people(
    _ shown: ShownPeople, _ usage: [UsagePoint] = usage
  ) throws -> [String] {
    try withTemporaryFolder { try reader(in: $0, shown, usage).lines("select * from people") }
  }

  private func reader(
    in folder: String, _ shown: ShownPeople, _ usage: [UsagePoint] = usage
  ) throws -> ChargesReader {
    let snapshot = try Snapshot.make(in: folder)
    try snapshot.add(usage)
    return try ChargesCache.refresh(
      at: folder + "/charges.sqlite", from: snapshot, book: teamBook(["sales", "lab", "desk"]),
      rules: rules(people: shown))
  }
}
