import Testing

/// One CSV file in, everything printed out.
@Suite struct TableMistakesTests {
  @Test(arguments: [
    (
      "subscriptions.csv", "",
      """
      error: no header line
          → subscriptions.csv
        fix: begin the file with the line: subscription,team,name,valid_from,valid_to
      """
    ),
    (
      "subscriptions.csv", "subscription,taem,name,valid_from,valid_to,note\na,b,c\n",
      """
      error: unknown column 'taem'
          → subscriptions.csv:1:14
            subscription,taem,name,valid_from,valid_to,note
                         ^
        fix: did you mean 'team'? columns: subscription, team, name, valid_from, valid_to

      error: unknown column 'note'
          → subscriptions.csv:1:44
            subscription,taem,name,valid_from,valid_to,note
                                                       ^
        fix: columns: subscription, team, name, valid_from, valid_to
      """
    ),
    (
      "features.csv", "feature;feature;owner\n",
      """
      error: the column 'feature' occurs twice
          → features.csv:1:9
            feature;feature;owner
                    ^
        fix: the header must be: feature;name;owner

      error: the column 'name' is missing
          → features.csv:1:1
            feature;feature;owner
            ^
        fix: the header must be: feature;name;owner
      """
    ),
    (
      "features.csv", "name,feature,owner\n",
      """
      error: the columns are in another order
          → features.csv:1:1
            name,feature,owner
            ^
        fix: the header must be: feature,name,owner
      """
    ),
    (
      "features.csv", "feature,name,owner\na,A\n",
      """
      error: 2 fields, but the header names 3 columns
          → features.csv:2:1
            a,A
            ^
        fix: write every column, empty ones too: feature,name,owner
      """
    ),
    (
      "features.csv", "feature,name,owner\n,A,\nunknown,B,\n\"x\ny\",C,\nz,D,\nz,E,\n",
      """
      error: control character U+000A in 'feature'
          → features.csv:4:1
            "x
            ^
        fix: remove it: 'x␊y'

      error: 'feature' is empty
          → features.csv:2:1
            ,A,
            ^
        fix: fill it in, or remove the line

      error: the id 'unknown' is reserved
          → features.csv:3:1
            unknown,B,
            ^
        fix: choose another id: 'unknown' stands for usage that names none

      error: feature 'z' has two rows: lines 6 and 7
          → features.csv:7:1
            z,E,
            ^
        fix: keep one of the two lines
      """
    ),
    (
      "subscriptions.csv",
      """
      subscription,team,name,valid_from,valid_to
      a,unassigned,,2026-02-30,
      b,,,2026-03-01,2026-02-01
      c,web,,2026-01-01,
      c,shop,,2026-06-01,
      d,web,,,2026-01-31
      d,web,,2026-02-01,2026-03-31
      d,web,,2026-04-01,
      e,web,,,
      e,shop,,,

      """,
      """
      error: the id 'unassigned' is reserved
          → subscriptions.csv:2:3
            a,unassigned,,2026-02-30,
              ^
        fix: choose another id: 'unassigned' stands for usage that names none

      error: '2026-02-30' is not a date
          → subscriptions.csv:2:15
            a,unassigned,,2026-02-30,
                          ^
        fix: write YYYY-MM-DD, such as 2026-10-31

      error: 'team' is empty
          → subscriptions.csv:3:3
            b,,,2026-03-01,2026-02-01
              ^
        fix: fill it in, or remove the line

      error: the row ends on 2026-02-01, before it begins on 2026-03-01
          → subscriptions.csv:3:16
            b,,,2026-03-01,2026-02-01
                           ^
        fix: correct valid_from or valid_to; both days are included

      error: subscription 'c' has two rows for the same days: lines 4 and 5
          → subscriptions.csv:5:1
            c,shop,,2026-06-01,
            ^
        fix: write 2026-05-31 as valid_to in line 4: both days are included

      error: subscription 'e' has two rows for the same days: lines 9 and 10
          → subscriptions.csv:10:1
            e,shop,,,
            ^
        fix: keep one of the two lines
      """
    ),
    (
      "teams.csv",
      """
      team,name,cost_centre,owner,email,valid_from,valid_to
      web,Web,unassigned,,,,
      shop,Shop,CC-1,,,2026-06-01,
      shop,Shop,CC-2,,,2026-01-01,2026-06-01

      """,
      """
      error: the id 'unassigned' is reserved
          → teams.csv:2:9
            web,Web,unassigned,,,,
                    ^
        fix: choose another id: 'unassigned' stands for usage that names none

      error: team 'shop' has two rows for the same days: lines 3 and 4
          → teams.csv:4:1
            shop,Shop,CC-2,,,2026-01-01,2026-06-01
            ^
        fix: write 2026-05-31 as valid_to in line 4: both days are included
      """
    ),
    (
      "models.csv",
      """
      metered,model,name,cached
      gpt-*-mini,gpt,,inside
      gpt-4o,gpt-4o,,insid
      gpt-4o,gpt-4*,,

      """,
      """
      error: a '*' may stand at the end only, not as in 'gpt-*-mini'
          → models.csv:2:1
            gpt-*-mini,gpt,,inside
            ^
        fix: write the beginning of the name and one '*', such as gpt-4o*

      error: unknown value 'insid' in 'cached'
          → models.csv:3:16
            gpt-4o,gpt-4o,,insid
                           ^
        fix: did you mean 'inside'? values: inside, beside, unknown

      error: 'gpt-4*' is a pattern, and 'model' takes one id
          → models.csv:4:8
            gpt-4o,gpt-4*,,
                   ^
        fix: write the model's id; patterns belong into the column 'metered' of models.csv

      error: metered model 'gpt-4o' has two rows: lines 3 and 4
          → models.csv:4:1
            gpt-4o,gpt-4*,,
            ^
        fix: keep one of the two lines
      """
    ),
    (
      "budgets.csv",
      """
      team,month,amount,currency
      web,2026-13,100,EUR
      web,2026-01,"1,000",EUR
      web,2026-01,-5,EUR
      web,2026-01,0.1234567891,EUR
      web,2026-01,9300000000,EUR
      web,2026-01,5,USD
      web,2026-01,5,
      web,2026-02,5,EUR
      web,2026-02,6,EUR
      ,2026-02,5,EUR
      ,2026-02,6,EUR
      ,,,EUR

      """,
      """
      error: '2026-13' is not a month
          → budgets.csv:2:5
            web,2026-13,100,EUR
                ^
        fix: write YYYY-MM, such as 2026-10

      error: the number '1,000' has a comma
          → budgets.csv:3:13
            web,2026-01,"1,000",EUR
                        ^
        fix: write a decimal point and no thousands separators, such as 1250.50

      error: the amount '-5' is negative
          → budgets.csv:4:13
            web,2026-01,-5,EUR
                        ^
        fix: write 0 or more

      error: '0.1234567891' has more than 9 places
          → budgets.csv:5:13
            web,2026-01,0.1234567891,EUR
                        ^
        fix: round it to 9 places

      error: the amount '9300000000' is too large
          → budgets.csv:6:13
            web,2026-01,9300000000,EUR
                        ^
        fix: write less than 9,000,000,000

      error: 'USD' is not the reporting currency EUR
          → budgets.csv:7:15
            web,2026-01,5,USD
                          ^
        fix: convert the amount to EUR; exchange rates come with a later release

      error: 'currency' is empty
          → budgets.csv:8:15
            web,2026-01,5,
                          ^
        fix: fill it in, or remove the line

      error: 'month' is empty
          → budgets.csv:13:2
            ,,,EUR
             ^
        fix: fill it in, or remove the line

      error: 'amount' is empty
          → budgets.csv:13:3
            ,,,EUR
              ^
        fix: fill it in, or remove the line

      error: budget 'web in 2026-02' has two rows: lines 9 and 10
          → budgets.csv:10:1
            web,2026-02,6,EUR
            ^
        fix: keep one of the two lines

      error: budget 'the company in 2026-02' has two rows: lines 11 and 12
          → budgets.csv:12:1
            ,2026-02,6,EUR
            ^
        fix: keep one of the two lines
      """
    ),
  ])
  func `a mistake in a table is shown where it is`(file: String, text: String, expected: String) {
    #expect(mistakes([file: text]) == expected)
  }
}
