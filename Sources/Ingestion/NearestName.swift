/// The name that was probably meant: the one with the fewest letters added, left out or changed,
/// where at most a third of them are. Upper and lower case do not count.
func nearestName(to name: String, in names: [String]) -> String? {
  let letters = Array(name.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in names {
    let candidateLetters = Array(candidate.lowercased())
    let distance = editDistance(letters, candidateLetters)
    guard distance <= max(1, max(letters.count, candidateLetters.count) / 3) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Levenshtein's distance.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (leftIndex, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = leftIndex + 1
    for (rightIndex, other) in right.enumerated() {
      let change = diagonal + (letter == other ? 0 : 1)
      diagonal = row[rightIndex + 1]
      row[rightIndex + 1] = min(change, diagonal + 1, row[rightIndex] + 1)
    }
  }
  return row[right.count]
}
