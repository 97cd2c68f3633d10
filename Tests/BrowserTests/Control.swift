import Foundation
import Testing

/// What readers can operate, each with its own part of `Programs/controls.py`.
enum Control: String, CaseIterable, CustomTestStringConvertible {
  case toggles, tabs, sorting, filtering, series, search
  case chartReading = "chart reading"
  case sharedLinks = "shared links"
  case copiedLinks = "copied links"
  case pageAge = "page age"

  var testDescription: String { rawValue }

  /// `works`, or what does not.
  func report(in reports: Result<[String: String], any Error>) throws -> String {
    try #require(try reports.get()[rawValue])
  }

  /// The controls of the demo, tried in one browser.
  static let onDemo = Result { try reports(on: DemoSite.url()) }

  /// The same pages without a word of script or style.
  static let onBarePages = Result {
    let site = try DemoSite.copy()
    for prefix in ["tokenbook-", "theme-"] {
      try Data().write(to: DemoSite.asset(prefix, of: site))
    }
    return try reports(on: site)
  }

  private static func reports(on site: URL) throws -> [String: String] {
    let lines = try PythonProgram(name: "controls").findings(in: site)
    return Dictionary(
      lines.map { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return (String(parts[0]), parts.dropFirst().joined().trimmingPrefix(" ").description)
      }, uniquingKeysWith: { $1 })
  }
}
