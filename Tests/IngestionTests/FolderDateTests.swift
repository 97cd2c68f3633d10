import Testing
import UsageModel

@testable import Ingestion

@Suite struct FolderDateTests {
  @Test(arguments: [
    ("x/workspaces/w/y=2026/m=11/d=22/h=09/m=05/PT05M.json", "2026-11-22"),
    ("resourceId=/S/Y=2026/M=11/D=02/h=09/m=00/PT1H.json", "2026-11-02"),
    ("y=2026/m=11/d=22", nil), ("y=2026/m=11/PT1H.json", nil), ("a/b.json", nil),
    ("y=2026/m=13/d=22/a.json", nil), ("y=26/m=11/d=22/a.json", nil),
    ("m=11/y=2026/m=12/d=01/h=00/m=55/a.json", "2026-12-01"),
  ])
  func `the folders of an export name a UTC day`(path: String, day: String?) {
    #expect(folderDay(ofPath: path)?.description == day)
  }

  @Test(arguments: [
    ("21", false), ("22", true), ("23", true), ("24", true),
  ])
  func `a folder of the day before may still hold the first day`(folder: String, counts: Bool) {
    let plan = ReadingPlan(
      since: day("2026-11-23"), known: KnownFiles(), workbookFolder: "/w", now: 0)

    #expect(plan.mayCount("/w/y=2026/m=11/d=\(folder)/h=00/m=00/PT1H.json") == counts)
    #expect(plan.mayCount("/w/a.json"))
  }
}
