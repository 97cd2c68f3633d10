import Tables
import Testing

@testable import Workbook

/// A template that nobody writes, made only when its test runs.
struct HostileTemplate: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let templates: @Sendable () -> [String: String]
  /// The mistakes without their remedies.
  let expected: [String]

  init(
    _ name: String, _ expected: String..., templates: @escaping @Sendable () -> [String: String]
  ) {
    testDescription = name
    self.templates = templates
    self.expected = expected
  }
}

/// Templates that must neither take a build down nor keep it busy.
@Suite struct HostileTemplateTests {
  private static func page(_ body: String) -> [String: String] {
    ["page": "---\ntitle: A\n---\n## A\n" + body]
  }

  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// Lines of at most 3,900 bytes.
  private static func lines(_ count: Int, _ text: String) -> String {
    let together = 3_900 / text.utf8.count
    return times(count / together, times(together, text) + "\n") + times(count % together, text)
  }

  private static func step(_ fence: String, _ body: String) -> [String: String] {
    page("```sql x\nselect 1 as a\n```\n```\(fence) x\n\(body)\n```\n")
  }

  private func problems(_ templates: [String: String]) throws -> [String] {
    try SampleSite(templates, tables: [("select 1", table("a", [1]))]).mistakes().map { mistake in
      let lines = mistake.split(separator: "\n")
      return lines[0].dropFirst("error: ".count) + " at "
        + lines[1].dropFirst("    → Templates/".count)
    }
  }

  static let beyond = [
    HostileTemplate("10 MB", "the template has 10000030 bytes, more than 1000000 at page.md") {
      page(times(555_556, "Some *text* here.\n"))
    },
    HostileTemplate("empty lines", "the template has more than 20000 lines at page.md") {
      page(times(20_000, "\n"))
    },
    HostileTemplate("a line", "the line has 999970 bytes, more than 4000 at page.md:5:1") {
      page(times(999_970, "x"))
    },
    HostileTemplate(
      "a paragraph",
      "more than 1000 lines follow each other without a blank one at page.md:1001:1"
    ) {
      page(times(1_001, "x\n"))
    },
    HostileTemplate(
      "a title beyond a template", "the template has 1000020 bytes, more than 1000000 at page.md"
    ) {
      ["page": "---\ntitle: " + times(1_000_000, "t") + "\n---\n## A"]
    },
    HostileTemplate("a title", "the line has 900007 bytes, more than 4000 at page.md:2:1") {
      ["page": "---\ntitle: " + times(900_000, "t") + "\n---\n## A"]
    },
    HostileTemplate("quotations", tooDeep(5)) { page(times(41, ">") + " a") },
    HostileTemplate("quotations with blanks", tooDeep(5)) { page(times(1_900, "> ") + "a") },
    HostileTemplate("lists on a line", tooDeep(5)) { page(times(1_900, "- ") + "a") },
    HostileTemplate("numbered lists", tooDeep(5)) { page(times(1_200, "1. ") + "a") },
    HostileTemplate("lists below each other", tooDeep(24)) {
      page((0..<100).map { times($0, "  ") + "- a\n" }.joined())
    },
    HostileTemplate("emphasis", tooDeep(5)) {
      page(times(1_900, "*") + "a" + times(1_900, "*"))
    },
    HostileTemplate("links", tooDeep(5)) {
      page(times(100, "[![") + "a" + times(100, "](b)](c)"))
    },
    HostileTemplate("a table", "the table has more than 100 columns at page.md:6:1") {
      page("|" + times(101, "a|") + "\n|" + times(101, "-|") + "\n")
    },
    HostileTemplate("a grid", "the table has more than 100 columns at page.md:10:1") {
      step("grid", "columns:\n" + times(101, "- a\n"))
    },
    HostileTemplate(
      "a grid in flow style", "the table has more than 100 columns at page.md:9:10"
    ) {
      step("grid", "columns: [\n" + lines(20_000, "a, ") + "]")
    },
    HostileTemplate("queries", "the page has more than 100 queries at page.md") {
      page((0..<4_900).map { "```sql q\($0)\nselect 1\n```\n\n" }.joined())
    },
    HostileTemplate("steps", "the page has more than 100 steps at page.md") {
      page(
        "```sql x\nselect 1 as a\n```\n" + times(4_900, "```grid x\ncolumns: [a]\n```\n\n"))
    },
    HostileTemplate("partials that double each other", tooMuch("p35", at: "_p34.md:1:1")) {
      let doubled = (0..<40).map { number in
        ("_p\(number)", times(2, "<!-- include: p\(number + 1) -->\n"))
      }
      return page("<!-- include: p0 -->").merging(doubled + [("_p40", "Text")]) { $1 }
    },
    HostileTemplate("partials, one after the other", tooMuch("p", at: "page.md:23:1")) {
      page(times(900, "<!-- include: p -->\n\n"))
        .merging(["_p": times(100, times(1_000, "x") + "\n\n")]) { $1 }
    },
    HostileTemplate("a line of a partial", "the line has 5000 bytes, more than 4000 at _p.md:1:1") {
      page("<!-- include: p -->").merging(["_p": times(5_000, "x")]) { $1 }
    },
    HostileTemplate("link definitions", linkDefinition) {
      page("[a]: <" + times(3_000, "x") + ">\n\n" + lines(20_000, "[a] "))
    },
    HostileTemplate("processing instructions", html) { page(lines(20_000, "a <? ")) },
    HostileTemplate("declarations", html) { page(lines(20_000, "a <!A ")) },
    HostileTemplate("raw characters", html) { page(lines(20_000, "a <![CDATA[")) },
    HostileTemplate("values without end", "'{{' is never closed at page.md:5:1") {
      page(lines(100_000, "{{"))
    },
    HostileTemplate("values without end between words", "'{{' is never closed at page.md:5:1") {
      page(lines(20_000, "{{ *a* "))
    },
    HostileTemplate("comments without end", "the comment is never closed at page.md:5:1") {
      page(times(9_900, "<!--\n\n"))
    },
    HostileTemplate(
      "queries that double each other", tooManySelects("q9", at: 41), tooManySelects("q18", at: 77)
    ) {
      let queries = (0..<20).map { number in
        "```sql q\(number)\nselect 1 as a"
          + (number == 0 ? "" : " from q\(number - 1) x, q\(number - 1) y") + "\n```\n\n"
      }
      return page(queries.joined())
    },
    HostileTemplate("table expressions that double each other", tooManySelects("x", at: 5)) {
      let doubled = (1..<40).map { ", t\($0) as (select 1 from t\($0 - 1) join t\($0 - 1))\n" }
      return page(
        "```sql x\nwith t0 as (select 1)\n" + doubled.joined() + "select * from t39\n```\n")
    },
    HostileTemplate("a query that reads all before it once") {
      let queries = (0..<100).map { number in
        "```sql q\(number)\nselect q.a from q\(number - 1) q where q.a > q.a\n```\n\n"
      }
      return page(queries.dropFirst().joined().replacing("from q0", with: "from charges"))
    },
  ]
  @Test(arguments: beyond) func `what is beyond a limit says so`(template: HostileTemplate) throws {
    let problems = try problems(template.templates())

    #expect(problems == template.expected)
  }

  private static let linkDefinition =
    "link definitions are not part of the template language at page.md:5:1"
  private static let html = "HTML is not part of the template language at page.md:5:1"

  private static func tooDeep(_ line: Int) -> String {
    "blocks stand more than 40 deep inside each other at page.md:\(line):1"
  }

  private static func tooMuch(_ partial: String, at place: String) -> String {
    "with the partial '\(partial)' the page has more than 20000 lines or 1000000 bytes at \(place)"
  }

  private static func tooManySelects(_ query: String, at line: Int) -> String {
    "the query '\(query)' comes to more than 1000 selects with all that it reads at page.md:\(line):1"
  }

  static let many = [
    HostileTemplate("values", "unknown value 'b.c0' at page.md:5:1") {
      page((0..<9_900).map { "{{b.c\($0)}}\n\n" }.joined())
    },
    HostileTemplate("values on a line", "unknown value 'b.c' at page.md:5:1") {
      page(lines(20_000, "{{b.c}}"))
    },
    HostileTemplate(
      "toggles", "a page cannot have more than 4 toggles and tabs at page.md:14:1"
    ) {
      page("```params\n" + (0..<9_900).map { "t\($0): toggle a | b\n\n" }.joined() + "```")
    },
    HostileTemplate("containers", "blocks stand more than 8 deep inside each other at page.md:21:1")
    {
      page(times(9_900, "<!-- when: as_of -->\n\n"))
    },
    HostileTemplate("ends of containers", "'/when' closes nothing at page.md:5:1") {
      page(times(9_900, "<!-- /when -->\n\n"))
    },
    HostileTemplate("partials", "no partial 'p0' at page.md:5:1") {
      page((0..<9_900).map { "<!-- include: p\($0) -->\n\n" }.joined())
    },
    HostileTemplate(
      "a partial that includes itself", "a partial includes itself: p → p at _p.md:1:1"
    ) {
      page("<!-- include: p -->").merging(["_p": times(900, "<!-- include: p -->\n")]) { $1 }
    },
    HostileTemplate("keys", "unknown key 'k0' at page.md:9:1") {
      step("grid", (0..<9_000).map { "k\($0): v\n\n" }.joined())
    },
  ]
  @Test(arguments: many) func `of many mistakes a hundred are told`(
    template: HostileTemplate
  ) throws {
    let problems = try problems(template.templates())

    #expect(problems.count == 101)
    #expect(problems.contains("there are more than 100 mistakes at page.md"))
    #expect(problems.first { !$0.hasPrefix("there are") } == template.expected[0])
  }

  static let yaml = [
    HostileTemplate(
      "aliases", "anchors and aliases (&, *) are not supported at page.md:9:4",
      "anchors and aliases (&, *) are not supported at page.md:10:4"
    ) {
      step("grid", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")
    },
    HostileTemplate(
      "lists in lists",
      "not valid YAML: Maximum nesting level reached, set with yaml_set_max_nest_level()) at page.md:9:11"
    ) {
      step("grid", "columns: " + times(1_900, "["))
    },
    HostileTemplate("a key a thousand times", "the key 'a' is written twice at page.md:10:1") {
      step("grid", times(900, "a: b\n"))
    },
    HostileTemplate("NUL", "not valid YAML: control characters are not allowed at page.md") {
      step("grid", "columns: [a\u{0}]")
    },
    HostileTemplate("BEL", "not valid YAML: control characters are not allowed at page.md") {
      step("grid", "columns: [a\u{7}]")
    },
  ]
  @Test(arguments: yaml) func `YAML that repeats or nests without end is a mistake`(
    template: HostileTemplate
  ) throws {
    let problems = try problems(template.templates())

    #expect(problems == template.expected)
  }

  /// What is long but within all limits, and a bound of what it is in HTML.
  static let long: [(String, times: Int)] = [
    ("*a ", 6), ("**a *b ", 6), ("[", 2), ("[a](", 2), ("[a](<b ", 6), ("~~a ", 3), ("<a ", 3),
    ("&#0;", 2), ("`a ", 6), ("{{as_of}}", 3), ("|a|\n|-|\n", 10), ("a\n-\n\n", 40),
    ("> a\n\n", 10), ("- a\n\n", 6), ("\\", 2), ("![", 2), ("a\\\n\n", 3), ("<!-- a --> ", 1),
  ]
  @Test(arguments: long) func `long text is as long on the page`(text: String, times: Int) throws {
    let body = Self.lines(min(10_000, 9_000 / (text.count { $0 == "\n" } + 1)), text)

    let files = try SampleSite(Self.page(body)).rendered()

    let bytes = content(of: files["page/index.html"]).utf8.count
    #expect(bytes < body.utf8.count * times + 1_000)
  }

  // MARK: Characters

  private func paragraph(_ text: String) throws -> String {
    try blocks(text)
  }

  @Test(arguments: [
    ("a\u{0}b\u{1}c\u{1B}[31md", "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}[31md</p>\n"),
    (
      "\u{E000}0\u{E001} {{as_of}} \u{E002}]\u{E002}:",
      "<p>\u{FFFD}0\u{FFFD} 2026-11-22 \u{FFFD}]\u{FFFD}:</p>\n"
    ),
    ("\u{E000}99\u{E001}{{as_of}}", "<p>\u{FFFD}99\u{FFFD}2026-11-22</p>\n"),
    (
      "&#xE000;0&#57345; {{as_of}} &#xe002; &#65; &lt;",
      "<p>&amp;#xE000;0&amp;#57345; 2026-11-22 &amp;#xe002; A &lt;</p>\n"
    ),
    ("a\n\n[b\nc]: d", "<p>a</p>\n<p>[b\nc]: d</p>\n"),
    ("a [b]: c", "<p>a [b]: c</p>\n"), ("a < b ! ? <", "<p>a &lt; b ! ? &lt;</p>\n"),
    ("`<?xml [a]: \u{E000}`", "<p><code>&lt;?xml [a]: \u{FFFD}</code></p>\n"),
    (
      "```xml\n<?xml?> <!DOCTYPE> [a]: {{b}}\n```",
      "<pre tabindex=\"0\"><code>&lt;?xml?&gt; &lt;!DOCTYPE&gt; [a]: {{b}}\n</code></pre>\n"
    ),
    ("a\u{202E}b", "<p>a\u{202E}b</p>\n"),
  ])
  func `characters that steer something are text`(text: String, expected: String) throws {
    #expect(try paragraph(text) == expected)
  }

  @Test func `marks that YAML spells out are no marks`() throws {
    let html = try blocks(
      "```sql x\nselect 1\n```\n```tiles x\n- {label: \"\\uE0000\\uE001 {{as_of}} \\uE0005\\uE001\", value: a}\n```",
      tables: [("select 1", table("a", [1]))])

    #expect(html.contains("<dt>\u{FFFD}0\u{FFFD} 2026-11-22 \u{FFFD}5\u{FFFD}</dt>"))
  }

  private static let ordinary = """
    ---
    title: A
    ---
    ## A
    ```sql x
    select 1 as a
    ```

    Text {{x.a}}

    ```grid x
    columns: [a]
    ```

    <!-- when: x.a -->

    More.

    <!-- /when -->

    """

  @Test(arguments: [
    ordinary.replacing("\n", with: "\r\n"), ordinary.replacing("\n", with: "\r"),
    "\u{FEFF}" + ordinary, "\u{FEFF}" + ordinary.replacing("\n", with: "\r\n"),
  ])
  func `ends of lines and a byte order mark change nothing`(template: String) throws {
    func page(_ text: String) throws -> String? {
      try SampleSite(["page": text], tables: [("select 1", table("a", [1]))]).rendered()[
        "page/index.html"]
    }

    #expect(try page(template) == page(Self.ordinary))
  }

  /// Form feeds and Unicode's separators end no line, in Markdown, SQL and messages alike.
  @Test(arguments: ["\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
  func `only line ends end lines`(separator: String) throws {
    let body =
      "a\(separator)b {{as_of}}\n\n```sql x\nselect 1 -- a\(separator)\n as a\n  limit 1\n```\n{{nothing}}"

    #expect(
      try problems(Self.page(body)) == [
        "'limit' without 'order by' at page.md:10:3", "unknown value 'nothing' at page.md:12:1",
      ])
  }

  @Test func `what reorders text is shown as what it is in messages`() throws {
    let mistakes = try SampleSite(Self.page("{{a\u{202E}b\u{0}}}")).mistakes()

    #expect(
      mistakes == [
        """
        error: not a value: '{{a\u{FFFD}b␀}}'
            → Templates/page.md:5:1
              {{a\u{FFFD}b␀}}
              ^
          fix: write {{path | format}}, such as {{spent.cost | money}}
        """
      ])
  }
}
