extension StagedSite {
  /// How many problems an error lists; the others are counted.
  private static let listedProblems = 20

  /// Checks every staged file: links lead somewhere, ids are unique, charts can be read without
  /// seeing them, nothing on a page is a script or a style of its own, nobody is named.
  ///
  /// - Parameter names: User ids that no byte of the site may show. Leave out ids that are also
  ///   the id of something shown, such as a subscription, and reserved ids.
  /// - Throws: ``PublishingError/invalidSite(_:count:)`` with every broken rule, by path.
  package func validate(forbidding names: [String]) throws(PublishingError) -> SiteReport {
    var validation = SiteValidation(paths: Set(staged.fileByPath.keys), names: names)
    for path in validation.paths.sorted() {
      validation.check(path, try readFile(folder.staging + "/" + path))
    }
    for target in validation.fragmentTargets {
      validation.checkFragments(of: target, try readFile(folder.staging + "/" + target))
    }
    let problems = validation.problems
    guard problems.isEmpty else {
      throw .invalidSite(Array(problems.prefix(Self.listedProblems)), count: problems.count)
    }
    return validation.report
  }
}

/// The rules that need to know the whole site.
struct SiteValidation {
  let paths: Set<String>
  private let forbidden: ForbiddenNames
  private var found: [SiteProblem] = []
  /// Links to a place in another page, by that page: looked up last, when all are known.
  private var fragmentLinks: [String: [FragmentLink]] = [:]
  private var pages = 0
  private var links = 0
  private var charts = 0

  private struct FragmentLink {
    let page: String
    let link: String
    let id: String
  }

  init(paths: Set<String>, names: [String]) {
    self.paths = paths
    forbidden = ForbiddenNames(names)
  }

  var fragmentTargets: [String] { fragmentLinks.keys.sorted() }

  /// By path, in the order of each page.
  var problems: [SiteProblem] {
    found.enumerated()
      .sorted { ($0.element.path, $0.offset) < ($1.element.path, $1.offset) }
      .map(\.element)
  }

  var report: SiteReport {
    SiteReport(
      files: paths.count, pages: pages, links: links, charts: charts,
      namesTooShort: forbidden.tooShort)
  }

  mutating func check(_ path: String, _ bytes: [UInt8]) {
    add(forbidden.occurring(in: Array(path.utf8)).map(PageRule.forbiddenNameInPath), to: path)
    add(forbidden.occurring(in: bytes).map(PageRule.forbiddenName), to: path)
    guard path.hasSuffix(".html") else { return }
    let page = PageInspection(bytes)
    pages += 1
    charts += page.charts.count
    add(page.brokenRules, to: path)
    add(page.links.compactMap { brokenRule($0, on: path, ids: page.ids) }, to: path)
  }

  mutating func checkFragments(of target: String, _ bytes: [UInt8]) {
    let ids = PageInspection(bytes).ids
    for link in fragmentLinks[target] ?? [] where !ids.contains(link.id) {
      add([.missingFragment(link: link.link)], to: link.page)
    }
  }

  private mutating func brokenRule(_ link: String, on page: String, ids: Set<String>) -> PageRule? {
    switch SiteLink(link, on: page) {
    case .outside: return nil
    case .script: return .scriptLink(link: link)
    case .rooted: return .rootedLink(link: link)
    case .above: return .linkAbove(link: link)
    case .file(let path, let fragment):
      links += 1
      guard paths.contains(path) else { return .missingFile(link: link) }
      guard let fragment else { return nil }
      if path == page { return ids.contains(fragment) ? nil : .missingFragment(link: link) }
      fragmentLinks[path, default: []].append(FragmentLink(page: page, link: link, id: fragment))
      return nil
    }
  }

  private mutating func add(_ rules: [PageRule], to path: String) {
    found += rules.map { $0.problem(on: path) }
  }
}
