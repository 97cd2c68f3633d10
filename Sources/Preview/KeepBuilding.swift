/// Builds at once, and again after every change of a watched file, until told to end.
///
/// A change while a build runs is another state than the one before it, so a build follows.
/// - Parameters:
///   - paths: Asked before every look: a build may have read another `templates:`.
///   - build: nil ends the preview.
///   - pause: Waits for the next look; false ends the preview.
package func keepBuilding(
  _ site: PreviewedSite, watching paths: () -> WatchedPaths, build: () -> BuildOutcome?,
  say: (BuildOutcome) -> Void, pause: () -> Bool
) {
  var built: WatchedFiles?
  repeat {
    let found = WatchedFiles(paths())
    guard found != built else { continue }
    built = found
    guard let outcome = build() else { return }
    site.show(outcome)
    say(outcome)
  } while pause()
}
