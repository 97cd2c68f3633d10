/// The known name that was probably meant.
///
/// At most a third of the letters, but at least one, may differ (added, left out, changed or two
/// neighbours swapped); upper and lower case do not count. Of equally near names the first wins.
package func nearestName(to name: String, in names: [String]) -> String? {
  let letters = Array(name.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in names {
    let candidateLetters = Array(candidate.lowercased())
    let longest = max(letters.count, candidateLetters.count)
    let allowed = longest == 1 ? 0 : max(1, longest / 3)
    guard abs(letters.count - candidateLetters.count) <= allowed else { continue }
    let distance = editDistance(letters, candidateLetters)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// A remedy for an unknown name: `did you mean 'team'? columns: name, subscription, team`, without
/// the question where nothing is near.
/// - Parameters:
///   - names: In the order they are to be listed; of more than 24 only the first.
///   - noun: What the names are, in the plural.
package func suggestion(for name: String, in names: [String], of noun: String) -> String {
  let list =
    "\(noun): " + names.prefix(24).joined(separator: ", ") + (names.count > 24 ? ", …" : "")
  guard let nearest = nearestName(to: name, in: names) else { return list }
  return "did you mean '\(nearest)'? \(list)"
}

/// Optimal string alignment distance: Levenshtein's, where swapping two neighbours is one edit.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let change = previous[column] + (left[row] == right[column] ? 0 : 1)
      var distance = min(change, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforePrevious[column - 1] + 1)
      }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
