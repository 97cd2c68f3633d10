import Foundation
import Testing

/// Something that is wrong with what the gateway sends, and what `check` says to it.
struct Trouble: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let usage: [SentUsage]
  /// Part of the output.
  let words: String

  init(_ name: String, _ usage: [SentUsage], _ words: String) {
    testDescription = name
    self.usage = usage
    self.words = words
  }

  static let all = [
    Trouble(
      "a dimension that is spelled otherwise",
      SentUsage.week().map { $0.with { $0.properties["UserId"] = $0.properties["User ID"] } }
        .map { $0.with { $0.properties["User ID"] = nil } },
      """
        ! 'User ID' does not occur; 'UserId' does
            fix: if that is the same, write dimensions: {user: UserId}
        Not mapped, with the number of records: 'UserId' (28).
      """),
    Trouble(
      "users that are none",
      SentUsage.week() + SentUsage.call(11, prompt: 100, user: "N/A")
        + SentUsage.call(12, prompt: 200, user: nil),
      """
          user     records  tokens  share of tokens
          (empty)        3     210            2.4 %
          N/A            3     110            1.3 %
        ! 320 tokens (3.7 %) with no user, or a word for nobody
            fix: let the policy send who calls (tokenbook policy); a call without a validated \
      token has nobody to name
      """),
    Trouble(
      "a model without a price for what the cache serves",
      SentUsage.week() + SentUsage.call(11, prompt: 100, cached: 40, model: "gpt-5"),
      """
        ! 110 tokens (1.3 %) of models that have a rate for some days or some kinds of token only
            fix: add rows for these models to rates.csv; usage without a rate has no cost
          model in rates.csv  without a rate           tokens  share
          gpt-5               cached_input: every day     110  1.3 %
      """),
    Trouble(
      "a subscription without a team",
      SentUsage.week() + SentUsage.call(11, prompt: 100, subscription: "sub\u{1B}[2J"),
      """
        ! 110 tokens (1.3 %) of subscriptions that have no team
            fix: add these subscriptions, with their team and 'from', to subscriptions.csv
          subscription  without a team  tokens  share
          sub\\u{1B}[2J  every day          110  1.3 %
      """),
    Trouble(
      "a metric in other letters", SentUsage.week() + [SentUsage.metric("total tokens", 5)],
      """
          total tokens                1       5  2026-11-20T09:00:00Z  no
      """),
    Trouble(
      "a total that is not the sum",
      SentUsage.week() + SentUsage.call(11, prompt: 500, total: 900, model: "jade"),
      """
        ! Total is not prompt + completion, with 1 model
            fix: compare with the provider's counts; tokens that only the total has are charged, \
      unless they can be those of a cache beside the prompt
          model  days        prompt  completion  total  difference
          jade   2026-11-20     500          10    900        +390
      """),
    Trouble(
      "more from the cache than in the prompt",
      SentUsage.week() + SentUsage.call(11, prompt: 50, cached: 90_000, model: "claude-opus"),
      """
        Cached tokens exceed those of the prompt, beside which this workbook takes them.
          model        days        prompt  cached  taken as
          claude-opus  2026-11-20      50  90,000  beside the prompt
      """),
    Trouble(
      "late records",
      SentUsage.week(days: Array(18...23))
        + SentUsage.week(days: [17]).map { $0.with { $0.ingested = "2026-11-22T10:00:00Z" } },
      """
        Half of the records could be asked for after 3.0 min, 95 % after 5.0 days, 99 % after 5.0 \
      days, the last after 5.0 days.
        ! a record that comes this late may miss the last pull of its day: lookback is 3 days
            fix: write lookback: 5
      """),
    Trouble(
      "days without usage", Array(SentUsage.week(days: [17, 18, 20, 21])),
      """
        ! no records of 'Total Tokens' on 2026-11-19, 2026-11-22 to 2026-11-23
            fix: if there were calls on those days, go through the settings that tokenbook policy \
      prints; a day without calls needs nothing
        ? Suspicion: the gateway now sends elsewhere, or no more
            evidence: the last record is of 2026-11-21
            to be sure: see where the gateway's logger sends now; if it has moved, end this \
      source with until: 2026-11-21 and add the new one
      """),
    Trouble(
      "records that come twice", SentUsage.week() + SentUsage.week(days: [20]),
      """
        ? Suspicion: two policies emit the same calls, so that tokens count twice
            evidence: on 2026-11-20 2 of 2 records (100 %) equal another; the copies add 1,200 \
      tokens
            to be sure: see whether llm-emit-token-metric stands at more than one scope: all \
      APIs, product, API, operation
      """),
    Trouble(
      "sampled telemetry", SentUsage.week() + [SentUsage.request(standingFor: 4)],
      """
        ? Suspicion: the gateway's telemetry is sampled, and tokens are missing
            evidence: 1 record of 'apim-prod' stands for 4 requests; whether that thins metrics \
      too is not documented
            to be sure: see whether that is the gateway, and set its diagnostics' sampling to 100 \
      percent, fixed
      """),
    Trouble(
      "a gateway that has moved",
      SentUsage.week(days: [17, 18, 19]).map { $0.with { $0.resource = "/old/apim" } }
        + SentUsage.week(days: [20, 21, 22, 23]).map { $0.with { $0.resource = "/new/apim" } },
      """
        Records come from 2 places:
          resource   role or region  records  first (UTC)           last (UTC)
          /old/apim  (empty)              12  2026-11-17T10:00:00Z  2026-11-19T10:00:00Z
          /new/apim  (empty)              16  2026-11-20T10:00:00Z  2026-11-23T10:00:00Z
        ? Suspicion: the gateway's resource has moved
            evidence: '/old/apim' ends at 2026-11-19T10:00:00Z, '/new/apim' begins at \
      2026-11-20T10:00:00Z
            to be sure: see whether older usage lies in another workspace; it would be a source \
      of its own, with 'until:'
      """),
  ]
}
