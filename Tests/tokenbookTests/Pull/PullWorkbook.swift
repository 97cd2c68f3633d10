import Foundation
import Testing

/// A workbook whose sources are services of a running stub.
enum PullWorkbook {
  /// - Parameter sources: YAML below `sources:`; `ENDPOINT` stands for the stub's address.
  static func written(
    for service: RunningService, timeZone: String = "Europe/Berlin",
    sources: String = source(), more: String = ""
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      title: Pulled
      organisation: Contoso
      currency: EUR
      time_zone: \(timeZone)
      trusted_hosts: [localhost, 127.0.0.1]
      certificate_file: \(service.certificateFile)
      \(more)sources:
      \(sources.replacing("ENDPOINT", with: service.address))
      """, to: "tokenbook.yml")
    try folder.write(
      """
      subscription,team,name,valid_from,valid_to
      contoso-hr,hr,HR,2026-01-01,
      contoso-it,it,IT,2026-01-01,

      """, to: "subscriptions.csv")
    try folder.write(SampleWorkbook.rates, to: "rates.csv")
    return folder
  }

  static func source(
    _ name: String = "gateway", kind: String = "log-analytics",
    id: String = "workspace: \(RunningService.workspace)", more: String = ""
  ) -> String {
    """
      - name: \(name)
        kind: \(kind)
        \(id)
        endpoint: ENDPOINT
    \(more.isEmpty ? "" : "    \(more)\n")
    """
  }
}

extension TemporaryFolder {
  /// Runs `tokenbook pull` as on the morning of a day.
  @discardableResult
  func pull(
    _ options: [String] = [], on today: String = "2026-11-23", from service: RunningService,
    environment: [String: String] = [:]
  ) throws -> Executable.Outcome {
    try Executable.run(
      ["pull", "--today", today] + options, in: url,
      environment: service.environment.merging(environment) { $1 })
  }

  /// What the snapshot holds, as `sqlite3` prints it.
  func snapshot(_ sql: String) throws -> String {
    try Executable.run(
      program: "/usr/bin/env", ["sqlite3", path + "/snapshot.sqlite", sql]
    ).output
  }

  /// Tokens by metric of one day: prompt|completion|total|cached|requests.
  func tokens(of day: String) throws -> String {
    try snapshot(
      """
      SELECT sum(prompt), sum(completion), sum(total), sum(cached), sum(requests) FROM point
      WHERE day = unixepoch('\(day)') / 86400
      """
    ).trimmingCharacters(in: .newlines)
  }
}
