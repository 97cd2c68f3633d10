import Testing

@testable import Publishing

@Suite struct ChartRulesTests {
  @Test(arguments: [
    (SiteValidationTests.chart, []),
    (
      "<figure class='chart' id='daily'></figure>",
      [
        "the chart 'daily' has no svg with role=\"img\"; give its drawing the role",
        "the chart 'daily' has no table; add its numbers as a table",
        "the chart 'daily' has no CSV link; add one",
      ]
    ),
    (
      "<figure class='chart'><svg role='img'></svg><table></table><a href='daily.csv'>c</a></figure>",
      [
        "a drawing of the chart '1' has no aria-labelledby; name the title and the summary",
        "a drawing of the chart '1' has no aria-describedby; name the title and the summary",
      ]
    ),
    (
      SiteValidationTests.chart.replacing("It rose.", with: " <b></b> "),
      ["the description 's' of the chart 'daily' is empty; summarise it in a sentence"]
    ),
    (
      SiteValidationTests.chart.replacing("id=\"s\"", with: ""),
      ["aria-describedby names the id 's', which the page does not have; correct the id"]
    ),
    ("<figure class='table'><table></table></figure>", []),
  ])
  func `a chart can be read without seeing it`(figure: String, expected: [String]) throws {
    let found = try problems(in: ["a.html": page(figure), "daily.csv": "day\n"])

    #expect(found == expected.map { "a.html: " + $0 })
  }
}
