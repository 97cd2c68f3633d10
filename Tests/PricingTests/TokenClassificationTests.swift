import Pricing
import Testing
import UsageModel

/// Which classes the counts of one model end up in: contract.md 3.
@Suite struct TokenClassificationTests {
  private func only(_ day: DayCharges) -> Charge { day.charges[0] }

  private func lines(of charge: Charge) -> [String] {
    charge.lines.map { "\($0.tokenClass.rawValue) \($0.tokens)" }
  }

  @Test func `cached tokens inside the prompt are taken out of it`() throws {
    let day = try charges(
      of: [usage(model: "opal", TokenCounts(prompt: 100, completion: 20, cached: 30))],
      cachedCounted: ["opal"])

    #expect(lines(of: only(day)) == ["input 70", "cached_input 30", "output 20"])
    #expect(only(day).cachedTokens == 30)
    #expect(day.findings == [])
  }

  @Test func `cached tokens beside the prompt are added to it`() throws {
    let day = try charges(
      of: [
        usage(model: "jade", TokenCounts(prompt: 100, completion: 20, cached: 30, cacheWrite: 5))
      ], cachedCounted: ["jade"])

    #expect(
      lines(of: only(day)) == ["input 100", "cached_input 30", "cache_write 5", "output 20"])
    #expect(only(day).tokens == 155)
    #expect(day.findings == [])
  }

  @Test func `a model that counts beside and meters no cache writes is a lower bound`() throws {
    let day = try charges(
      of: [usage(model: "jade", TokenCounts(prompt: 100, completion: 20, cached: 30))],
      cachedCounted: ["jade"])

    #expect(
      day.findings == [
        Finding(
          severity: .note, code: "cache-writes-not-metered", subject: "jade",
          detail: "cache writes of 'jade' are not metered: its cost is a lower bound",
          remedy: "nothing to do, unless the source can send cache write tokens")
      ])
  }

  @Test func `where the relation is unknown the prompt is charged in full`() throws {
    let day = try charges(
      of: [usage(model: "ruby", TokenCounts(prompt: 100, completion: 20, cached: 30))],
      cachedCounted: ["ruby"])

    #expect(lines(of: only(day)) == ["input 100", "output 20"])
    #expect(only(day).cachedTokens == nil)
    #expect(
      day.findings == [
        Finding(
          severity: .attention, code: "cached-relation-unknown", subject: "ruby",
          detail: "approximate: it is not known whether cached tokens of 'ruby' lie inside the "
            + "prompt; the prompt is charged in full",
          remedy: "say so in models.csv: 'inside' or 'beside' for 'ruby'")
      ])
  }

  @Test func `more cached than prompt tokens inside is a finding and charged in full`() throws {
    let day = try charges(
      of: [usage(model: "opal", TokenCounts(prompt: 100, completion: 20, cached: 101))],
      cachedCounted: ["opal"])

    #expect(lines(of: only(day)) == ["input 100", "output 20"])
    #expect(only(day).cachedTokens == 0)
    #expect(
      day.findings == [
        Finding(
          severity: .attention, code: "cached-exceeds-prompt", day: payday, subject: "opal",
          detail: "source 'gateway' metered 101 cached tokens and only 100 prompt tokens; "
            + "the prompt is charged in full",
          remedy: "if cached tokens of 'opal' are not part of the prompt count, "
            + "write 'beside' for it in models.csv, or 'cached: beside' where its source is LiteLLM"
        )
      ])
  }

  @Test func `cached tokens are compared with the prompt of all users together`() throws {
    let day = try charges(
      of: [
        usage(user: "ann", TokenCounts(prompt: 10, completion: 0, cached: 40)),
        usage(user: "bob", TokenCounts(prompt: 90, completion: 0, cached: 10)),
      ], cachedCounted: ["opal"])

    #expect(lines(of: only(day)) == ["input 50", "cached_input 50"])
    #expect(only(day).people.map(\.tokens) == [10, 90])
    #expect(day.findings == [])
  }

  @Test func `a quiet day of a model that counts cached tokens is a zero`() throws {
    let day = try charges(
      of: [usage(TokenCounts(prompt: 100, completion: 20))], cachedCounted: ["opal"])

    #expect(only(day).cachedTokens == 0)
  }

  @Test func `without any cached record in the month the count is unknown`() throws {
    let day = try charges(of: [usage(TokenCounts(prompt: 100, completion: 20))])

    #expect(lines(of: only(day)) == ["input 100", "output 20"])
    #expect(only(day).cachedTokens == nil)
  }

  @Test func `a count known at one source is shown beside one that is unknown`() throws {
    let day = try charges(
      of: [
        usage(source: "export", TokenCounts(prompt: 50, completion: 0)),
        usage(source: "gateway", TokenCounts(prompt: 100, completion: 0, cached: 30)),
      ], cachedCounted: ["opal"])

    #expect(lines(of: only(day)) == ["input 120", "cached_input 30"])
    #expect(only(day).cachedTokens == 30)
  }

  @Test func `reasoning lies inside completion and is in no class`() throws {
    let day = try charges(of: [usage(TokenCounts(prompt: 1, completion: 20, reasoning: 15))])

    #expect(only(day).tokens == 21)
    #expect(only(day).reasoningTokens == 15)
  }

  @Test(arguments: [
    (TokenCounts(total: 120), ["input 120"]),
    (TokenCounts(prompt: 100, total: 120), ["input 100", "output 20"]),
    (TokenCounts(completion: 20, total: 120), ["input 100", "output 20"]),
    (TokenCounts(prompt: 100, completion: 20, total: 130), ["input 110", "output 20"]),
  ])
  func `tokens that only a total names are charged and reported`(
    counts: TokenCounts, expected: [String]
  ) throws {
    let day = try charges(of: [usage(counts)])

    #expect(lines(of: only(day)) == expected)
    #expect(day.findings.map(\.code) == ["only-in-total"])
  }

  @Test func `records with a total only are charged beside complete ones of the same series`()
    throws
  {
    let day = try charges(
      of: [
        usage(TokenCounts(prompt: 100, completion: 20, total: 120)), usage(TokenCounts(total: 70)),
      ])

    #expect(lines(of: only(day)) == ["input 170", "output 20"])
    #expect(only(day).tokens == 190)
    #expect(only(day).people.map(\.tokens) == [190])
  }

  @Test(
    arguments: [
      // Beside the prompt, the total may hold the cached tokens and the cache writes.
      ("jade", 155, ["input 100", "cached_input 30", "cache_write 5", "output 20"], false),
      ("jade", 157, ["input 102", "cached_input 30", "cache_write 5", "output 20"], true),
      // Inside, cached tokens are part of the prompt already.
      ("opal", 125, ["input 70", "cached_input 30", "cache_write 5", "output 20"], false),
      ("opal", 155, ["input 100", "cached_input 30", "cache_write 5", "output 20"], true),
      ("ruby", 155, ["input 100", "cache_write 5", "output 20"], false),
      ("ruby", 156, ["input 101", "cache_write 5", "output 20"], true),
    ])
  func `what a total holds beside the prompt is not charged again`(
    model: String, total: Int64, expected: [String], isReported: Bool
  ) throws {
    let counts = TokenCounts(prompt: 100, completion: 20, total: total, cached: 30, cacheWrite: 5)

    let day = try charges(of: [usage(model: model, counts)], cachedCounted: [model])

    #expect(lines(of: only(day)) == expected)
    #expect(day.findings.map(\.code).contains("only-in-total") == isReported)
  }

  @Test func `a finding about tokens only in a total names them`() throws {
    let day = try charges(of: [usage(TokenCounts(total: 1_204_000))])

    #expect(
      day.findings == [
        Finding(
          severity: .attention, code: "only-in-total", day: payday, subject: "opal",
          detail: "source 'gateway' metered 1,204,000 tokens only in a total; where only the "
            + "completion is missing they are charged as output, else as input",
          remedy: "let the source send prompt and completion tokens with every total")
      ])
  }

  @Test(arguments: [
    TokenCounts(prompt: 100, total: 100), TokenCounts(prompt: 100, completion: 20, total: 120),
    TokenCounts(prompt: 100, completion: 20, total: 90),
  ])
  func `a total that adds nothing is not charged again`(counts: TokenCounts) throws {
    let day = try charges(of: [usage(counts)])

    #expect(only(day).tokens == (counts.prompt ?? 0) + (counts.completion ?? 0))
    #expect(day.findings == [])
  }

  @Test func `the two points of a day in which a UTC month ends are one day`() throws {
    let day = try charges(
      of: [
        usage(TokenCounts(prompt: 10, completion: 1, cached: 20)),
        usage(TokenCounts(prompt: 90, completion: 9, cached: 30)),
      ], cachedCounted: ["opal"])

    #expect(lines(of: only(day)) == ["input 50", "cached_input 50", "output 10"])
    #expect(day.findings == [])
  }
}
