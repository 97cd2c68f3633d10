import Publishing

/// A page without faults round `content`.
func page(_ content: String = "", heading: String = "<h1>Overview</h1>") -> String {
  "<!doctype html><html><head><title>t</title></head><body>\(heading)<p>We spent 3 euros.</p>"
    + content + "</body></html>"
}

extension StagedSite {
  func write(_ path: String, _ text: String) throws(PublishingError) {
    try write(path, Array(text.utf8))
  }
}

/// Publishes these files and `build.json`.
@discardableResult
func publish(_ files: [String: String], to folder: TemporaryFolder) throws -> PublishReport {
  let site = try StagedSite.begin(beside: folder.site)
  for (path, text) in files { try site.write(path, text) }
  if files["build.json"] == nil { try site.write("build.json", "{}") }
  return try site.publish()
}

/// What a validation of these files finds, one line each.
func problems(in files: [String: String], forbidding names: [String] = []) throws -> [String] {
  let folder = TemporaryFolder()
  let site = try StagedSite.begin(beside: folder.site)
  for (path, text) in files { try site.write(path, text) }
  do throws(PublishingError) {
    _ = try site.validate(forbidding: names)
    return []
  } catch {
    guard case .invalidSite(let problems, _) = error else { throw error }
    return problems.map(\.description)
  }
}
