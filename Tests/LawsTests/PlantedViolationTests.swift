import Testing

/// Answers that were falsified on purpose: a law that does not notice is no law.
@Suite struct PlantedViolationTests {
  struct Plant: CustomTestStringConvertible {
    let law: Law
    let title: String
    let sql: String

    init(_ law: Law, _ title: String, _ sql: String) {
      self.law = law
      self.title = title
      self.sql = sql
    }

    var testDescription: String { title }
  }

  static let plants = [
    Plant(
      nothingIsLost, "a join drops what no team pays for",
      "DELETE FROM charges WHERE team = 'unassigned'"),
    Plant(
      nothingIsLost, "a roll-up drops what no team pays for",
      "DELETE FROM daily_teams WHERE team = 'unassigned'"),
    Plant(
      nothingIsLost, "a team gets what is another's",
      "UPDATE daily_teams SET team = 'sales' WHERE team = 'unassigned'"),
    Plant(
      nothingIsLost, "an unpriced model is dropped",
      "DELETE FROM daily_features WHERE cost IS NULL"),
    Plant(
      nothingIsLost, "users without a name are dropped",
      "DELETE FROM people WHERE user = 'unknown'"),
    Plant(
      nothingIsLost, "a metric that nobody knows is dropped",
      "DELETE FROM metered WHERE metric = 'Audio Tokens'"),
    Plant(
      nothingIsLost, "a month loses a token",
      "UPDATE monthly SET tokens = tokens - 1 WHERE tokens > 0"),
    Plant(
      moneyIsWholeNumbers, "a tie is rounded up",
      """
      UPDATE charge_lines SET cost = (tokens * price + 500000) / 1000000
      WHERE tokens < 1000000 AND cost <> (tokens * price + 500000) / 1000000
      """),
    Plant(
      moneyIsWholeNumbers, "a team's day is a nano too much",
      "UPDATE daily_teams SET cost = cost + 1 WHERE cost IS NOT NULL"),
    Plant(
      moneyIsWholeNumbers, "people are a nano short",
      "UPDATE people SET cost = cost - 1 WHERE cost IS NOT NULL"),
    Plant(
      moneyIsWholeNumbers, "a price is another's",
      "UPDATE charge_lines SET price = price + 1000 WHERE price IS NOT NULL"),
    Plant(
      moneyIsWholeNumbers, "what has no price costs nothing",
      "UPDATE charge_lines SET cost = 0 WHERE rate IS NULL"),
    Plant(
      missingIsNotZero, "an unknown count is a zero",
      "UPDATE charges SET cached_tokens = 0 WHERE cached_tokens IS NULL"),
    Plant(
      missingIsNotZero, "a gap is a received day",
      "UPDATE days SET status = 'received' WHERE status = 'missing'"),
    Plant(
      missingIsNotZero, "a gap is left out", "DELETE FROM days WHERE status = 'missing'"),
    Plant(
      missingIsNotZero, "a gap has a charge of nothing",
      """
      INSERT INTO charges (day, subscription, feature, model, tokens)
      SELECT day, 'sub-1', 'chat', 'gpt-4o', 0 FROM days WHERE status = 'missing'
      """),
    Plant(
      missingIsNotZero, "an unfinished day looks finished",
      "UPDATE days SET status = 'received' WHERE status IN ('partial', 'provisional')"),
    Plant(
      missingIsNotZero, "no price is a price of nothing",
      "UPDATE charges SET cost = 0 WHERE cost IS NULL AND tokens > 0"),
    Plant(
      subsetsAreNotAddedTwice, "cached tokens inside the prompt are added",
      """
      UPDATE charges SET tokens = tokens + cached_tokens
      WHERE cached_tokens > 0 AND model GLOB 'gpt*'
      """),
    Plant(
      subsetsAreNotAddedTwice, "cached tokens beside the prompt are not added",
      """
      UPDATE charges SET tokens = tokens - cached_tokens, cached_tokens = 0
      WHERE cached_tokens > 0 AND model GLOB 'claude*'
      """),
    Plant(
      subsetsAreNotAddedTwice, "reasoning is added to completion",
      """
      UPDATE charges SET tokens = tokens + reasoning_tokens,
        output_tokens = output_tokens + reasoning_tokens WHERE reasoning_tokens > 0
      """),
  ]

  @Test(arguments: plants) func `a law notices`(plant: Plant) throws {
    var planted = 0
    for seed in UInt64(1)...200 where planted < 3 {
      let falsified = try evidence(seed: seed)
      guard try falsified.plant(plant.sql) else { continue }
      planted += 1

      let violations = try plant.law.violations(in: falsified)

      #expect(!violations.isEmpty, "seed \(seed): \(plant.title)")
    }
    #expect(planted == 3)
  }
}
