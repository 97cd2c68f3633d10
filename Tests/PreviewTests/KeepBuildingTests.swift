import Preview
import Testing

@Suite struct KeepBuildingTests {
  let folder: TemporaryFolder
  let site: PreviewedSite

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("1", to: "tokenbook.yml")
    site = PreviewedSite(folder: folder.path + "/site", run: "7")
  }

  @Test func `nothing is built again without a change`() {
    #expect(builds(betweenLooks: [{}, {}, {}]) == ["rebuilt 1 page"])
  }

  @Test func `every change is built, and mistakes give way to pages`() throws {
    var isRight = false

    let lines = builds(
      betweenLooks: [
        {},
        { try folder.write("12", to: "tokenbook.yml") },
        {
          isRight = true; try folder.write("123", to: "tokenbook.yml")
        },
        {},
      ],
      outcome: {
        isRight
          ? .built(pages: 201) : .failed(BuildMistakes(count: 3, text: "error: x"))
      })

    #expect(lines == ["3 mistakes", "3 mistakes", "rebuilt 201 pages"])
  }

  @Test func `a change while a build runs is built after it`() throws {
    var builds = 0

    let lines = self.builds(
      betweenLooks: [{}, {}],
      outcome: {
        builds += 1
        if builds == 1 { try? folder.write("12", to: "tokenbook.yml") }
        return .built(pages: builds)
      })

    #expect(lines == ["rebuilt 1 page", "rebuilt 2 pages"])
  }

  @Test func `a build that is no longer wanted ends the preview`() {
    #expect(builds(betweenLooks: [{}, {}], outcome: { nil }) == [])
  }

  @Test func `what was built is what is shown`() {
    _ = builds(
      betweenLooks: [], outcome: { .failed(BuildMistakes(count: 1, text: "error: planted")) })

    let page = site.answer(
      to: PreviewRequest(method: "GET", target: "/", hosts: ["localhost"]))

    #expect(page.status == 500)
    #expect(String(decoding: page.body, as: UTF8.self).contains("error: planted"))
  }

  /// - Parameter steps: What happens between two looks; the preview ends after the last.
  /// - Returns: The lines said.
  private func builds(
    betweenLooks steps: [() throws -> Void],
    outcome: () -> BuildOutcome? = { .built(pages: 1) }
  ) -> [String] {
    let paths = WatchedPaths(
      workbook: folder.path, templates: folder.path + "/Templates",
      snapshot: folder.path + "/snapshot.sqlite")
    var steps = steps[...]
    var lines: [String] = []
    keepBuilding(
      site, watching: { paths }, build: outcome, say: { lines.append($0.summary) },
      pause: {
        guard let step = steps.popFirst() else { return false }
        #expect(throws: Never.self) { try step() }
        return true
      })
    return lines
  }
}
