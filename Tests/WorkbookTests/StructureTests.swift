import Tables
import Testing

@testable import Workbook

@Suite struct StructureTests {
  @Test func `columns hold a block or a container each`() throws {
    let html = try blocks(
      """
      ```sql x
      select 1
      ```

      <!-- columns: 3 -->

      One.

      ```sql y
      select 1
      ```

      - Two

      <!-- group: Both -->

      Three

      four.

      <!-- /group -->
      <!-- /columns -->
      """)

    #expect(
      html == """
        <div class="columns columns-3">
        <div class="column">
        <p>One.</p>
        </div>
        <div class="column">
        <ul>
        <li>Two</li>
        </ul>
        </div>
        <div class="column">
        <div class="group" role="group" aria-label="Both">
        <p>Three</p>
        <p>four.</p>
        </div>
        </div>
        </div>

        """)
  }

  @Test func `a group is named, and its toggles are its own`() throws {
    let html = try blocks(
      """
      <!-- group: What "{{organisation}}" did -->

      ```params
      measure: toggle cost | tokens
      ```
      {{measure}}

      <!-- /group -->
      """)

    #expect(
      html == """
        <div class="group" role="group" aria-label="What &quot;Contoso&quot; did">
        <div class="toggles">
        <fieldset class="toggle" data-name="measure">
        <legend>Measure</legend>
        <label><input type="radio" name="measure" id="t1-c1" value="cost" checked><span>Cost</span></label>
        <label><input type="radio" name="measure" id="t1-c2" value="tokens"><span>Tokens</span></label>
        </fieldset>
        </div>
        <div class="variants">
        <div class="variant" data-t1="1">
        <p>Cost</p>
        </div>
        <div class="variant" data-t1="2">
        <p>Tokens</p>
        </div>
        </div>
        </div>

        """)
  }

  @Test func `'when' shows what stands between where the value is something`() throws {
    let html = try blocks(
      """
      ```sql x
      select 1
      ```
      <!-- when: x.zero -->
      zero
      <!-- /when -->

      <!-- when: x.empty -->
      empty
      <!-- /when -->

      <!-- when: x.unknown -->
      unknown
      <!-- /when -->

      <!-- when: x.word -->
      word
      <!-- when: x.number -->
      number
      <!-- /when -->
      <!-- /when -->
      """,
      tables: [("select 1", table("zero empty unknown word number", [0, "", nil, "no", -1]))])

    #expect(html == "<p>word</p>\n<p>number</p>\n")
  }

  @Test func `comments for authors may stand anywhere and are not on the page`() throws {
    let html = try blocks(
      """
      <!-- A remark.

      With {{unknown.value}} and more: -->

      One <!-- two --> three.

      - four <!-- https://h.example: why -->

      <!--><!-- a -->

      <!-- five --> <!-- six -->
      """)

    #expect(
      html == """
        <p>One  three.</p>
        <ul>
        <li>four </li>
        </ul>

        """)
  }

  @Test(arguments: [
    ("Cached input", "cached-input"), ("What is `it`?", "what-is-it"), ("Über 3 €", "über-3"),
    ("a -- b", "a-b"), ("*Steps* of a change", "steps-of-a-change"), ("Content", "content-2"),
    ("S1", "s1-2"), ("T4-c6", "t4-c6-2"), ("X", "x-2"), ("X title", "x-title-2"),
  ])
  func `a ### heading has an id that links lead to`(heading: String, id: String) throws {
    let html = try blocks(
      """
      ```sql x
      select 1
      ```
      ```chart x
      type: bar
      x: a
      y: b
      ```

      ### \(heading)

      """, tables: [("select 1", table("a b", ["c", 1]))])

    #expect(html.matches(of: /<h3 id="([^"]*)"/).map { String($0.output.1) } == [id])
  }

  @Test
  func `headings of the same words have ids of their own; those with values or none have none`()
    throws
  {
    let html = try blocks("### A\n\n### A\n\n#### A\n\n### {{as_of}}\n\n### !\n\n> ### A\n")

    #expect(
      html.matches(of: /<h[34][^>]*>/).map { String($0.output) } == [
        "<h3 id=\"a\">", "<h3 id=\"a-2\">", "<h4 id=\"a-3\">", "<h3>", "<h3>", "<h3 id=\"a-4\">",
      ])
  }
}
