import Testing

/// The rows of rates.csv in, everything printed out. The header is line 1.
@Suite struct RateMistakesTests {
  @Test(arguments: [
    (
      ",,,,input,\"2,50\",1M,EUR,,,,,",
      """
      error: the number '2,50' has a comma
          → rates.csv:2:11
            ,,,,input,"2,50",1M,EUR,,,,,
                      ^
        fix: write a decimal point: 2.50
      """
    ),
    (
      ",,,,input,\"1,250.50\",1M,EUR,,,,,",
      """
      error: the number '1,250.50' has a comma
          → rates.csv:2:11
            ,,,,input,"1,250.50",1M,EUR,,,,,
                      ^
        fix: write a decimal point and no thousands separators, such as 1250.50
      """
    ),
    (
      ",,,,inptu,€2,1m,EUR,,,,,",
      """
      error: unknown value 'inptu' in 'token_class'
          → rates.csv:2:5
            ,,,,inptu,€2,1m,EUR,,,,,
                ^
        fix: did you mean 'input'? values: input, cached_input, cache_write, output

      error: unknown value '1m' in 'per'
          → rates.csv:2:14
            ,,,,inptu,€2,1m,EUR,,,,,
                         ^
        fix: did you mean '1M'? values: 1M, 1K, 1
      """
    ),
    (
      ",,,,,€2,1M,EUR,,,,,",
      """
      error: '€2' is not a decimal number
          → rates.csv:2:6
            ,,,,,€2,1M,EUR,,,,,
                 ^
        fix: write digits and a point, such as 2.50
      """
    ),
    (
      ",,,,,,,EUR,,,,,",
      """
      error: 'price' is empty
          → rates.csv:2:6
            ,,,,,,,EUR,,,,,
                 ^
        fix: fill it in, or remove the line

      error: 'per' is empty
          → rates.csv:2:7
            ,,,,,,,EUR,,,,,
                  ^
        fix: values: 1M, 1K, 1
      """
    ),
    (
      ",,,,,-1,1M,EUR,,,,,",
      """
      error: the price '-1' is negative
          → rates.csv:2:6
            ,,,,,-1,1M,EUR,,,,,
                 ^
        fix: write 0 or more
      """
    ),
    (
      ",,,,,0.0000001,1M,EUR,,,,,",
      """
      error: '0.0000001' per 1M has more than 6 places per 1,000,000 tokens
          → rates.csv:2:6
            ,,,,,0.0000001,1M,EUR,,,,,
                 ^
        fix: round it to 6 places
      """
    ),
    (
      ",,,,,0.0000000001,1K,EUR,,,,,",
      """
      error: '0.0000000001' per 1K has more than 6 places per 1,000,000 tokens
          → rates.csv:2:6
            ,,,,,0.0000000001,1K,EUR,,,,,
                 ^
        fix: round it to 9 places
      """
    ),
    (
      ",,,,,10000000000,1M,EUR,,,,,",
      """
      error: the price '10000000000' is too large
          → rates.csv:2:6
            ,,,,,10000000000,1M,EUR,,,,,
                 ^
        fix: write less than 9,000,000,000
      """
    ),
    (
      ",,,,,1,1M,USD,,,,,",
      """
      error: 'USD' is not the reporting currency EUR
          → rates.csv:2:11
            ,,,,,1,1M,USD,,,,,
                      ^
        fix: convert the amount to EUR; exchange rates come with a later release
      """
    ),
    (
      "gpt-*,unknown,,unassigned,,1,1M,EUR,,,,1.12.2025,",
      """
      error: 'gpt-*' is a pattern, and 'model' takes one id
          → rates.csv:2:1
            gpt-*,unknown,,unassigned,,1,1M,EUR,,,,1.12.2025,
            ^
        fix: write the model's id; patterns belong into the column 'metered' of models.csv

      error: the id 'unknown' is reserved
          → rates.csv:2:7
            gpt-*,unknown,,unassigned,,1,1M,EUR,,,,1.12.2025,
                  ^
        fix: choose another id: 'unknown' stands for usage that names none

      error: the id 'unassigned' is reserved
          → rates.csv:2:16
            gpt-*,unknown,,unassigned,,1,1M,EUR,,,,1.12.2025,
                           ^
        fix: choose another id: 'unassigned' stands for usage that names none

      error: '1.12.2025' is not a date
          → rates.csv:2:40
            gpt-*,unknown,,unassigned,,1,1M,EUR,,,,1.12.2025,
                                                   ^
        fix: write YYYY-MM-DD, such as 2026-10-31
      """
    ),
    (
      """
      gpt-4o,,,,input,1,1M,EUR,,2026-06-30,,,
      gpt-4o,,,,input,2,1M,EUR,2026-06-30,,,,
      gpt-4o,,,,input,3,1M,EUR,2026-06-30,,,,
      """,
      """
      error: two prices for the same usage on the same days: lines 2 and 3
          → rates.csv:3:17
            gpt-4o,,,,input,2,1M,EUR,2026-06-30,,,,
                            ^
        fix: give them days that do not overlap, or keep one of the two lines

      error: two prices for the same usage on the same days: lines 2 and 4
          → rates.csv:4:17
            gpt-4o,,,,input,3,1M,EUR,2026-06-30,,,,
                            ^
        fix: give them days that do not overlap, or keep one of the two lines
      """
    ),
    (
      """
      ,,sub-1,web,,1,1M,EUR,,,,,
      ,,sub-1,,,2,1M,EUR,,,,,
      """,
      """
      error: two prices for the same usage on the same days: lines 2 and 3
          → rates.csv:3:11
            ,,sub-1,,,2,1M,EUR,,,,,
                      ^
        fix: give them days that do not overlap, or keep one of the two lines
      """
    ),
  ])
  func `a mistake in a rate is shown where it is`(rows: String, expected: String) {
    #expect(mistakes(["rates.csv": rateHeader + rows + "\n"]) == expected)
  }

  @Test(arguments: [
    // One after the other.
    ["gpt-4o,,,,,1,1M,EUR,,2026-06-30,,,", "gpt-4o,,,,,2,1M,EUR,2026-07-01,,,,"],
    // Scope before feature before model before token class.
    [
      ",,sub-1,,,1,1M,EUR,,,,,", ",,,web,,1,1M,EUR,,,,,", ",chat,,,,1,1M,EUR,,,,,",
      "gpt-4o,,,,,1,1M,EUR,,,,,", ",,,,input,1,1M,EUR,,,,,", ",,,,,1,1M,EUR,,,,,",
    ],
    // Teams that cannot both pay.
    [",,sub-1,web,,1,1M,EUR,,,,,", ",,sub-1,shop,,1,1M,EUR,,,,,"],
  ])
  func `rows that precedence or days tell apart stand side by side`(rows: [String]) {
    #expect(mistakes(["rates.csv": rateHeader + rows.joined(separator: "\n") + "\n"]) == nil)
  }
}
