import Tables
import Testing
import UsageModel

@testable import Workbook

@Suite struct ChartKindsTests {
  static let page = """
    ---
    title: Charts over time
    ---
    ```sql monthly
    select month, cost, agreed, expected from months_of_team
    ```
    ```sql november
    select day, cost, last_month, expected, low, high, agreed from november_days
    ```
    ```sql by_team
    select day, team, colour, cost from team_days
    ```
    ```sql prices
    select day, model, colour, price from model_days
    ```
    ```sql compared
    select day, tokens, last_month from compared_days
    ```
    ## Charts over time

    ```chart monthly
    type: column
    x: month
    y: cost
    budget: agreed
    forecast: expected
    title: Cost per month, against the budget
    ```

    ```chart november
    type: burn-up
    x: day
    y: cost
    before: last_month
    forecast: expected
    low: low
    high: high
    budget: agreed
    title: Spending so far this month, against the budget
    ```

    ```chart by_team
    type: stacked-area
    x: day
    y: cost
    series: team
    top: 2
    title: Cost per day, by team
    ```

    ```chart prices
    type: line
    x: day
    y: price
    series: model
    format: average
    title: Price of a request, by model
    ```

    ```chart compared
    type: line
    x: day
    y: tokens
    before: last_month
    format: compact
    title: Tokens per day, against October
    ```
    """

  /// Whole euros in nano.
  private static func euros(_ amount: Int64) -> Cell { .integer(amount * 1_000_000_000) }

  private static let monthly = Table(
    columns: ["month", "cost", "agreed", "expected"],
    rows: [(String, Int64, Int64?)]([
      ("2026-07", 16_080, 21_000), ("2026-08", 11_830, 21_000), ("2026-09", 17_350, nil),
      ("2026-10", 18_291, 22_000), ("2026-11", 16_533, 23_000),
    ]).map { month, cost, budget in
      [
        .text(month), euros(cost), budget.map { euros($0) } ?? .null,
        month == "2026-11" ? euros(23_400) : .null,
      ]
    })

  /// Working days cost 2,100 and weekends 900.
  private static let november = Table(
    columns: ["day", "cost", "last_month", "expected", "low", "high", "agreed"],
    rows: (1...30).map { number in
      let day = CalendarDay(year: 2026, month: 11, day: number)!
      let usual: Int64 = day.weekday > 5 ? 900 : 2_100
      let isFuture = number > 22
      return [
        .text("\(day)"), isFuture || number == 18 ? .null : euros(usual), euros(usual - 200),
        isFuture ? euros(usual) : .null, isFuture ? euros(usual - 150) : .null,
        isFuture ? euros(usual + 150) : .null, euros(58_000),
      ]
    })

  private static let teams = table(
    "day team colour cost", ["2026-11-16", "Care", 0, 900_000_000_000],
    ["2026-11-16", "Shop", 1, 400_000_000_000], ["2026-11-17", "Care", 0, 950_000_000_000],
    ["2026-11-17", "Legal", 2, 20_000_000_000], ["2026-11-19", "Shop", 1, 500_000_000_000],
    ["2026-11-20", "Care", 0, -50_000_000_000], ["2026-11-22", "Finance", 3, 90_000_000_000])

  private static let prices = table(
    "day model colour price", ["2026-11-16", "gpt-4.1", 0, 24_100_000],
    ["2026-11-16", "claude-sonnet-4", 1, 31_000_000], ["2026-11-17", "gpt-4.1", 0, 23_900_000],
    ["2026-11-19", "gpt-4.1", 0, nil], ["2026-11-19", "claude-sonnet-4", 1, 30_500_000],
    ["2026-11-21", "gpt-4.1", 0, 22_700_000], ["2026-11-21", "claude-sonnet-4", 1, 33_500_000],
    ["2026-11-22", "gpt-4.1", 0, 22_500_000])

  private static let compared = table(
    "day tokens last_month", ["2026-11-16", 5_200_000, 4_100_000],
    ["2026-11-17", 5_400_000, 4_800_000], ["2026-11-18", nil, 4_900_000],
    ["2026-11-19", 6_100_000, 4_700_000], ["2026-11-21", 900_000, 800_000],
    ["2026-11-22", 1_000_000, nil], ["2026-11-23", nil, 4_600_000])

  static let site = TimeSite(tables: [
    ("from months_of_team", monthly), ("from november_days", november), ("from team_days", teams),
    ("from model_days", prices), ("from compared_days", compared),
  ])

  @Test func `a page with every kind of chart over time`() throws {
    try expectGolden(Self.site.page(Self.page), "charts-time.html")
  }
}
