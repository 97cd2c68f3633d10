import Synchronization

/// The site as the last build left it: what the server answers from, and the builds change.
package final class PreviewedSite: Sendable {
  private struct State {
    /// How often what is shown has changed.
    var changes = 0
    /// nil until the first build has ended.
    var outcome: BuildOutcome?
  }

  private let folder: ServedFolder
  /// Tells the states of this run from those of an earlier one at the same port.
  private let run: String
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: Where builds put the pages. Each replaces it in one step.
  ///   - run: Another for each run of the program.
  package init(folder: String, run: String) {
    self.folder = ServedFolder(path: folder)
    self.run = run
  }

  /// Takes a build's end down. Open pages load themselves again, unless the same mistakes stand.
  package func show(_ outcome: BuildOutcome) {
    state.withLock { state in
      if case .failed = outcome, outcome == state.outcome { return }
      state.outcome = outcome
      state.changes += 1
    }
  }

  package func answer(to request: PreviewRequest) -> Answer {
    if let refusal = request.refusal { return refusal }
    guard let path = RequestPath(target: request.target) else { return .notFound }
    // Read before the files are: pages newer than their state are loaded once more, never older.
    let (changes, outcome) = state.withLock { ($0.changes, $0.outcome) }
    let name = "\(run).\(changes)"
    if path.names.first == "_preview" { return ownFile(path, state: name) }
    switch outcome {
    case nil where path.isPage: return notice(503, .building, state: name)
    case .failed(let mistakes) where path.isPage:
      return notice(500, .mistakes(mistakes), state: name)
    default: return file(path, state: name)
    }
  }

  private func file(_ path: RequestPath, state: String) -> Answer {
    let names = path.isFolder ? path.names + ["index.html"] : path.names
    switch folder.entry(names) {
    case .file(let bytes):
      let type = contentType(ofFile: names.last ?? "")
      guard type.hasPrefix("text/html") else { return Answer(200, type, bytes) }
      return Answer(200, type, ReloadScript.added(to: bytes, state: state))
    case .folder where !path.isFolder:
      return .text(
        302, "see \(path.folderLocation)",
        headers: [Answer.Header(name: "Location", text: path.folderLocation)])
    // Where the page was, it may come back.
    case .folder, nil: return path.isPage ? notice(404, .noPage, state: state) : .notFound
    }
  }

  private func ownFile(_ path: RequestPath, state: String) -> Answer {
    let wanted = "/" + path.names.joined(separator: "/") + (path.isFolder ? "/" : "")
    switch wanted {
    case ReloadScript.statePath: return .text(200, state)
    case ReloadScript.path:
      return Answer(200, contentType(ofFile: wanted), Array(ReloadScript.source.utf8))
    case NoticePage.stylesheetPath:
      return Answer(200, contentType(ofFile: wanted), Array(NoticePage.stylesheet.utf8))
    default: return .notFound
    }
  }

  private func notice(_ status: Int, _ page: NoticePage, state: String) -> Answer {
    Answer(status, "text/html; charset=utf-8", page.html(state: state))
  }
}
