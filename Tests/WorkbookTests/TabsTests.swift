import Tables
import Testing

@testable import Workbook

@Suite struct TabsTests {
  private func control(_ name: String, _ legend: String, _ labels: String...) -> String {
    let choices = labels.enumerated().map { index, label in
      "<label><input type=\"radio\" name=\"\(name)\" id=\"t1-c\(index + 1)\" value=\"\(label)\""
        + (index == 0 ? " checked" : "") + "><span>\(label)</span></label>\n"
    }
    return """
      <div class="toggles">
      <fieldset class="toggle tabs" data-name="\(name)">
      <legend>\(legend)</legend>
      \(choices.joined())</fieldset>
      </div>

      """
  }

  @Test func `each ### heading is a panel that prints with its name`() throws {
    let html = try blocks(
      """
      <!-- tabs: view -->
      ### Trend & more

      One.

      ### By *feature*

      #### Below

      Two.

      <!-- /tabs -->
      """)

    #expect(
      html == control("view", "View", "Trend &amp; more", "By feature") + """
        <div class="variants">
        <div class="variant panel" data-t1="1">
        <h3 class="panel-name">Trend &amp; more</h3>
        <p>One.</p>
        </div>
        <div class="variant panel" data-t1="2">
        <h3 class="panel-name">By feature</h3>
        <h4 id="below">Below</h4>
        <p>Two.</p>
        </div>
        </div>

        """)
  }

  @Test func `tabs of one name switch together, by one control`() throws {
    let html = try blocks(
      """
      <!-- tabs: view -->
      ### A
      1
      ### B
      2
      <!-- /tabs -->

      Now {{view}}.

      <!-- group: More -->
      <!-- tabs: view -->
      ### A
      3
      ### B
      4
      <!-- /tabs -->
      <!-- /group -->
      """)

    #expect(
      html == control("view", "View", "A", "B") + """
        <div class="variants">
        <div class="variant panel" data-t1="1">
        <h3 class="panel-name">A</h3>
        <p>1</p>
        </div>
        <div class="variant panel" data-t1="2">
        <h3 class="panel-name">B</h3>
        <p>2</p>
        </div>
        </div>
        <div class="variants">
        <div class="variant" data-t1="1">
        <p>Now A.</p>
        </div>
        <div class="variant" data-t1="2">
        <p>Now B.</p>
        </div>
        </div>
        <div class="group" role="group" aria-label="More">
        <div class="variants">
        <div class="variant panel" data-t1="1">
        <h3 class="panel-name">A</h3>
        <p>3</p>
        </div>
        <div class="variant panel" data-t1="2">
        <h3 class="panel-name">B</h3>
        <p>4</p>
        </div>
        </div>
        </div>

        """)
  }

  @Test func `tabs that begin in one group are known outside it`() throws {
    let html = try blocks(
      """
      <!-- group: First -->
      <!-- tabs: view -->
      ### A
      1
      ### B
      2
      <!-- /tabs -->
      <!-- /group -->

      <!-- tabs: view -->
      ### A
      3
      ### B
      4
      <!-- /tabs -->
      """)

    #expect(html.matches(of: /<p>(\d)<\/p>/).map(\.output.1) == ["1", "2", "3", "4"])
    #expect(html.matches(of: /<fieldset/).count == 1)
  }

  @Test func `tabs stand in columns, and in tabs`() throws {
    let html = try blocks(
      """
      <!-- columns: 2 -->

      Left.

      <!-- tabs: view -->
      ### A
      1
      ### B
      <!-- tabs: inner -->
      ### C
      2
      ### D
      3
      <!-- /tabs -->
      <!-- /tabs -->
      <!-- /columns -->
      """)

    #expect(
      html == """
        <div class="columns columns-2">
        <div class="column">
        <p>Left.</p>
        </div>
        <div class="column">
        \(control("view", "View", "A", "B"))<div class="variants">
        <div class="variant panel" data-t1="1">
        <h3 class="panel-name">A</h3>
        <p>1</p>
        </div>
        <div class="variant panel" data-t1="2">
        <h3 class="panel-name">B</h3>
        \(control("inner", "Inner", "C", "D").replacing("\"t1-", with: "\"t2-"))<div class="variants">
        <div class="variant panel" data-t2="1">
        <h3 class="panel-name">C</h3>
        <p>2</p>
        </div>
        <div class="variant panel" data-t2="2">
        <h3 class="panel-name">D</h3>
        <p>3</p>
        </div>
        </div>
        </div>
        </div>
        </div>
        </div>

        """)
  }

  @Test func `a step in a panel that is shown for one choice only keeps its own id`() throws {
    let html = try blocks(
      """
      ```sql x
      select 1
      ```
      <!-- tabs: view -->
      ### A
      ```grid x
      columns: [a]
      ```
      ### B
      ```grid x
      columns: [b]
      ```
      <!-- /tabs -->
      """, tables: [("select 1", table("a b", [1, 2]))])

    #expect(
      html.matches(of: /<figure class="table" id="([^"]*)"/).map(\.output.1) == ["x", "x-2"])
  }
}
