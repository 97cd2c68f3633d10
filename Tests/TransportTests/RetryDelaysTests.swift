import Foundation
import SeededCases
import Testing

@testable import Transport

@Suite struct RetryDelaysTests {
  let now = Date(timeIntervalSince1970: 1_795_485_600)
  let delays = RetryDelays(first: .seconds(1), longestBackOff: .seconds(8))

  @Test func `each wait is between half and all of a time that doubles up to the longest`() {
    let delays = RetryDelays(
      mostAttempts: 7, first: .seconds(1), longestBackOff: .seconds(8))

    for seed in 0..<100 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let waits = (1...6).compactMap {
        delays.delay(
          afterAttempt: $0, answeredWith: HTTPHead(status: 503), now: now, using: &generator)
      }
      let whole: [Duration] = [1, 2, 4, 8, 8, 8].map { .seconds($0) }
      #expect(waits.count == 6)
      #expect(zip(waits, whole).allSatisfy { $0 >= $1 / 2 && $0 <= $1 }, "seed \(seed)")
    }
  }

  @Test func `waits differ, and the same seed gives the same`() {
    func waits(seed: UInt64) -> [Duration?] {
      var generator = SplitMix64(seed: seed)
      return (1...4).map {
        delays.delay(
          afterAttempt: $0, answeredWith: HTTPHead(status: 500), now: now, using: &generator)
      }
    }

    #expect(waits(seed: 1) == waits(seed: 1))
    #expect(waits(seed: 1) != waits(seed: 2))
  }

  @Test func `after the last attempt the answer stands`() {
    var generator = SplitMix64(seed: 1)
    let busy = HTTPHead(status: 503)

    let fourth = delays.delay(
      afterAttempt: 4, answeredWith: busy, now: now, using: &generator)
    let fifth = delays.delay(
      afterAttempt: 5, answeredWith: busy, now: now, using: &generator)
    let failed = delays.delay(
      afterAttempt: 5, failedWith: .refused(Endpoint(host: "a", port: 443)), using: &generator)

    #expect(fourth != nil)
    #expect(fifth == nil)
    #expect(failed == nil)
  }

  @Test(arguments: [
    (200, false), (204, false), (400, false), (401, false), (403, false), (404, false),
    (408, true), (409, false), (410, false), (413, false), (429, true), (500, true), (501, false),
    (502, true), (503, true), (504, false),
  ])
  func `a status is worth another attempt`(status: Int, isWorthIt: Bool) {
    var generator = SplitMix64(seed: 1)
    let delay = delays.delay(
      afterAttempt: 1, answeredWith: HTTPHead(status: status), now: now, using: &generator)

    #expect(RetryDelays.mayHeal(status: status) == isWorthIt)
    #expect((delay != nil) == isWorthIt)
  }

  @Test(arguments: [
    (429, "12", 12), (503, "12", 12), (429, " 0 ", 0), (429, nil, 30), (429, "soon", 30),
    (429, "", 30), (429, "-5", 30), (429, "1.5", 30), (429, "300", 300),
    (429, "Tue, 24 Nov 2026 02:00:40 GMT", 40), (429, "Tuesday, 24-Nov-26 02:00:40 GMT", 40),
    (429, "Tue Nov 24 02:00:40 2026", 40), (429, "Tue, 24 Nov 2026 01:00:00 GMT", 0),
  ])
  func `a wait is as long as asked for, and a little longer`(
    status: Int, header: String?, seconds: Int
  ) throws {
    let head = HTTPHead(status: status, headers: header.map { [("retry-after", $0)] } ?? [])
    let longest = Duration.seconds(seconds) + max(.seconds(1), .seconds(seconds) / 10)

    for seed in 0..<50 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let delay = try #require(
        delays.delay(afterAttempt: 1, answeredWith: head, now: now, using: &generator))
      #expect(delay >= .seconds(seconds) && delay <= longest, "seed \(seed)")
    }
  }

  @Test func `a date counts from the service's own clock`() throws {
    let head = HTTPHead(
      status: 429,
      headers: [
        ("Date", "Mon, 01 Jun 2026 12:00:00 GMT"),
        ("Retry-After", "Mon, 01 Jun 2026 12:00:05 GMT"),
      ])

    #expect(head.retryAfter(now: now) == .seconds(5))
  }

  @Test(arguments: ["301", "99999999999999999999999", "Wed, 25 Nov 2026 02:00:00 GMT"])
  func `a service that asks for too long is not waited for`(header: String) {
    var generator = SplitMix64(seed: 1)
    let head = HTTPHead(status: 429, headers: [("Retry-After", header)])

    #expect(
      delays.delay(afterAttempt: 1, answeredWith: head, now: now, using: &generator) == nil)
  }

  @Test func `only a fault on the way is worth another attempt`() {
    let endpoint = Endpoint(host: "a", port: 443)
    var generator = SplitMix64(seed: 1)

    let cutOff = delays.delay(
      afterAttempt: 1, failedWith: .cutOff(endpoint, receivedBytes: 7), using: &generator)
    let tooLarge = delays.delay(
      afterAttempt: 1, failedWith: .tooLarge(endpoint, mostBytes: 7), using: &generator)

    #expect(cutOff.map { $0 >= .milliseconds(500) && $0 <= .seconds(1) } == true)
    #expect(tooLarge == nil)
  }
}
