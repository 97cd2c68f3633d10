import Foundation
import Testing
import UsageModel

@testable import Ingestion

private let json = SourceFormat.azureMonitorExport(.recommended)
private let csv = SourceFormat.csv(CSVMapping(columns: [.time: "t"]))

@Suite struct MetricFilesTests {
  @Test func `a folder stands for the files below it, ordered by path`() throws {
    let files = ["b.json", "a/z.jsonl", "a/y=1/PT05M.json", "a/x.csv", "a-1.JSON", "notes.txt"]
    try withFiles(Dictionary(uniqueKeysWithValues: files.map { ($0, "") })) { folder in
      let found = try metricFiles(at: [folder], format: json)

      #expect(
        found == ["a-1.JSON", "a/y=1/PT05M.json", "a/z.jsonl", "b.json"].map { folder + "/" + $0 })
      #expect(try metricFiles(at: [folder + "/"], format: csv) == [folder + "/a/x.csv"])
    }
  }

  @Test func `files of an export are found in its folders, compressed or not`() throws {
    let workspace =
      "WorkspaceResourceId=/subscriptions/S/resourcegroups/rg/providers/"
      + "microsoft.operationalinsights/workspaces/w/y=2026/m=11/d=22/h=09/m=05/"
    let component =
      "resourceId=/SUBSCRIPTIONS/S/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.INSIGHTS/COMPONENTS/C/"
      + "y=2026/m=11/d=22/h=09/m=00/"
    let metrics = [
      component + "PT1H.json", workspace + "PT05M.json", workspace + "PT05M_1.json",
      workspace + "PT05M_1.json.gz", workspace + "pt05m_2.JSON.GZ", workspace + "z.ndjson",
    ]
    let others = [
      workspace + "PT05M.json.tmp", workspace + "_SUCCESS", workspace + "z.gz",
      workspace + ".PT05M.json", component + "PT1H.parquet",
    ]
    try withFiles(Dictionary(uniqueKeysWithValues: (metrics + others).map { ($0, "") })) { folder in
      let found = try metricFiles(at: [folder], format: json)

      #expect(Set(found) == Set(metrics.map { folder + "/" + $0 }))
      #expect(found == found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  @Test func `hidden files and folders do not count`() throws {
    try withFiles(["a.json": "", ".b.json": "", ".c/d.json": ""]) { folder in
      let found = try metricFiles(at: [folder], format: json)

      #expect(found == [folder + "/a.json"])
    }
  }

  @Test func `a file given by name is read whatever its ending, in the order given`() throws {
    try withFiles(["b.log": "", "a.txt": ""]) { folder in
      let paths = [folder + "/b.log", folder + "/a.txt"]

      let found = try metricFiles(at: paths, format: json)

      #expect(found == paths)
    }
  }

  @Test func `a file that several paths lead to is read once`() throws {
    try withFiles(["in/a.json": "", "in/b.json": ""]) { folder in
      let link = folder + "/in/c.json"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: folder + "/in/a.json")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/in/loop", withDestinationPath: folder)

      let found = try metricFiles(
        at: [folder + "/in/b.json", folder, folder + "/in/a.json"], format: json)

      #expect(found == [folder + "/in/b.json", folder + "/in/a.json"])
    }
  }

  @Test func `a missing path and a folder without files are errors`() throws {
    try withFiles(["notes.txt": ""]) { folder in
      #expect(
        failure(at: folder + "/nope.json", json) == """
          there is no file or folder 'nope.json'
            fix: correct the path, or export the file again
          """)
      #expect(
        failure(at: folder + "/notes.txt/x", json) == """
          there is no file or folder 'notes.txt/x'
            fix: correct the path, or export the file again
          """)
      #expect(
        failure(at: folder, json) == """
          the folder '' has no file ending in .json or .jsonl or .ndjson, with or without .gz
            fix: put the exported files there, or give another path
          """)
      #expect(
        failure(at: folder, csv) == """
          the folder '' has no file ending in .csv, with or without .gz
            fix: put the exported files there, or give another path
          """)
    }
  }

  @Test func `a link that leads nowhere is an error where its name says it has metrics`() throws {
    try withFiles(["a.json": ""]) { folder in
      for name in ["gone.txt", "gone.json"] {
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/" + name, withDestinationPath: folder + "/nowhere")
      }

      #expect(
        failure(at: folder, json) == """
          there is no file or folder 'gone.json'
            fix: correct the path, or export the file again
          """)
    }
  }

  private func failure(at path: String, _ format: SourceFormat) -> String {
    do { return try metricFiles(at: [path], format: format).joined() } catch {
      return message(error)
    }
  }
}
