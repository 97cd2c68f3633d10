/// What a page must not lack or hold. The words of each rule stand here and nowhere else.
enum PageRule: Hashable {
  case noHeading
  case severalHeadings(Int)
  case noSentence
  case repeatedID(String)
  case unknownID(attribute: String, id: String)
  case missingFile(link: String)
  case missingFragment(link: String)
  case linkAbove(link: String)
  case rootedLink(link: String)
  case scriptLink(link: String)
  case styleAttribute(element: String)
  case styleElement
  case inlineScript
  case eventHandler(attribute: String)
  case chartWithoutImage(chart: String)
  case chartImageWithoutName(chart: String, attribute: String)
  case chartWithoutSummaryText(chart: String, id: String)
  case chartWithoutTable(chart: String)
  case chartWithoutCSV(chart: String)
  case forbiddenName(String)
  case forbiddenNameInPath(String)

  func problem(on path: String) -> SiteProblem {
    let (problem, remedy) = words
    return SiteProblem(path: path, problem: problem, remedy: remedy)
  }

  private var words: (problem: String, remedy: String) {
    switch self {
    case .noHeading: ("no h1", "give the page a title")
    case .severalHeadings(let count): ("\(count) h1 headings", "keep one; use h2 below it")
    case .noSentence: ("no paragraph with text", "say in a sentence what the page shows")
    case .repeatedID(let id): ("the id '\(id)' occurs twice", "rename one of the two")
    case .unknownID(let attribute, let id):
      ("\(attribute) names the id '\(id)', which the page does not have", "correct the id")
    case .missingFile(let link):
      ("the link '\(link)' leads to no file of the site", "correct it or add the file")
    case .missingFragment(let link):
      ("the link '\(link)' leads to an id that its page does not have", "correct the id")
    case .linkAbove(let link):
      ("the link '\(link)' leaves the site", "link to a file of the site or to a full address")
    case .rootedLink(let link):
      ("the link '\(link)' starts at the root of the host", "make it relative to the page")
    case .scriptLink(let link): ("the link '\(link)' runs a script", "link to a file")
    case .styleAttribute(let element):
      ("a style attribute on <\(element)>", "use a class; the pages forbid inline styles")
    case .styleElement:
      ("a <style> element", "move it to the theme; the pages forbid inline styles")
    case .inlineScript: ("an inline script", "move it to a file; the pages forbid inline scripts")
    case .eventHandler(let attribute):
      ("a script in the attribute \(attribute)", "remove it; the pages forbid inline scripts")
    case .chartWithoutImage(let chart):
      ("the chart '\(chart)' has no svg with role=\"img\"", "give its drawing the role")
    case .chartImageWithoutName(let chart, let attribute):
      ("a drawing of the chart '\(chart)' has no \(attribute)", "name the title and the summary")
    case .chartWithoutSummaryText(let chart, let id):
      ("the description '\(id)' of the chart '\(chart)' is empty", "summarise it in a sentence")
    case .chartWithoutTable(let chart):
      ("the chart '\(chart)' has no table", "add its numbers as a table")
    case .chartWithoutCSV(let chart): ("the chart '\(chart)' has no CSV link", "add one")
    case .forbiddenName(let name):
      ("the user '\(name)' is named", "show no people, or allow it with `users:` in tokenbook.yml")
    case .forbiddenNameInPath(let name):
      (
        "the user '\(name)' is named in the file's path",
        "show no people, or allow it with `users:` in tokenbook.yml"
      )
    }
  }
}
