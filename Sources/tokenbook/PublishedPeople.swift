import Foundation
import WorkbookFolder

/// Whether a published site shows more of people than `mode` allows. A site that does not say how
/// it shows them may show everything.
func showsMorePeople(_ site: String, than mode: UsersMode) -> Bool {
  guard let report = FileManager.default.contents(atPath: site + "/build.json") else {
    return false
  }
  let published = try? JSONDecoder().decode(PublishedPeople.self, from: report)
  return rank(published.flatMap { UsersMode(rawValue: $0.users) } ?? .names) > rank(mode)
}

/// What `build.json` says of people.
private struct PublishedPeople: Decodable {
  let users: String
}

private func rank(_ mode: UsersMode) -> Int {
  UsersMode.allCases.firstIndex(of: mode) ?? UsersMode.allCases.count
}
