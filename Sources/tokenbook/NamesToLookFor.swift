/// The names of people to look for in a site that may show none.
///
/// A name that is also an ordinary word of the pages, or a number, says nothing about a person; to
/// look for it would only stop a build for good as soon as somebody is called `data`.
/// - Parameter texts: What the site is written from: templates, style, and the workbook's files.
func namesToLookFor(_ names: [String], besides texts: [String]) -> [String] {
  var words: Set<Substring> = []
  for text in texts {
    words.formUnion(text.split { !$0.isLetter && !$0.isNumber })
  }
  return names.filter { name in
    !name.allSatisfy(\.isNumber) && !words.contains(name[...])
  }
}
