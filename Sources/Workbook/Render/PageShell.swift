import SourceText
import Tables
import UsageModel

/// What stands around a page's content, slot by slot.
struct PageShell {
  let scope: PageScope
  let content: HTMLBuffer

  func html(_ layout: CompiledLayout) throws(Diagnostic) -> HTMLBuffer {
    var html = HTMLBuffer(capacity: content.bytes.count + 8192)
    for piece in layout.pieces {
      switch piece {
      case .markup(let bytes): html.append(markup: bytes)
      case .slot(let slot): try write(slot, to: &html)
      }
    }
    return html
  }

  private var facts: SiteFacts { scope.site.facts }

  private func write(_ slot: CompiledLayout.Slot, to html: inout HTMLBuffer) throws(Diagnostic) {
    switch slot {
    case .title: html.append(text: try pageTitle())
    case .theme: html.append(text: scope.page.toRoot + scope.site.assets.stylesheet)
    case .script: html.append(text: scope.page.toRoot + scope.site.assets.script)
    case .search: html.append(text: scope.page.toRoot + scope.site.assets.searchIndex)
    case .root: html.append(text: scope.page.toRoot.isEmpty ? "./" : scope.page.toRoot)
    case .decimalSign: html.append(text: facts.locale.decimalSign)
    case .groupSign: html.append(text: facts.locale.groupSign)
    // A month that is over does not get old.
    case .asOf:
      if !scope.site.isAboutWholeMonth { html.append(text: facts.asOf.description) }
    case .home: html.append(text: scope.page.toRoot + "index.html")
    case .logo:
      guard let logo = scope.site.assets.logo else { return }
      html.append(markup: "<img class=\"logo\" alt=\"\" src=\"")
      html.append(text: scope.page.toRoot + logo)
      html.append(markup: "\">")
    case .organisation: html.append(text: facts.organisation)
    case .navigation: html.append(markup: navigation().bytes)
    case .freshness: html.append(markup: freshness())
    case .period: html.append(markup: period())
    case .breadcrumbs: html.append(markup: try breadcrumbs().bytes)
    case .heading: try scope.write(scope.template.heading, to: &html)
    case .lead:
      guard let lead = scope.template.lead else { return }
      html.append(markup: "<p class=\"lead\">")
      html.append(text: try scope.text(lead))
      html.append(markup: "</p>")
    case .facts: html.append(markup: try pageFacts().bytes)
    case .content: html.append(markup: content.bytes)
    case .footerComplete:
      html.append(text: completeSentence(facts, completeTo: scope.site.completeTo))
    case .footerBasis: html.append(text: basisSentences(facts))
    case .contact: html.append(markup: contact().bytes)
    case .method: html.append(text: reference(to: "how-we-count"))
    case .glossary: html.append(text: reference(to: "glossary"))
    }
  }

  /// The overview where the workbook has no such page.
  private func reference(to page: String) -> String {
    scope.reference(.page(folder: [page], fragment: nil)) ?? scope.page.toRoot + "index.html"
  }

  /// The site's title follows where the page has one of its own.
  private func pageTitle() throws(Diagnostic) -> String {
    let own = try scope.text(scope.template.title)
    return [own, own == facts.title ? nil : facts.title, facts.organisation]
      .compactMap { $0 }.joined(separator: " · ")
  }

  private func navigation() -> HTMLBuffer {
    var html = HTMLBuffer()
    let current = scope.template.navigation ?? scope.template.section
    for entry in scope.site.navigation {
      let mark =
        entry.page == scope.page
        ? " aria-current=\"page\"" : entry.label == current ? " aria-current=\"true\"" : ""
      html.append(markup: "<li><a href=\"")
      html.append(text: scope.page.toRoot + entry.page.file)
      html.append(markup: "\"\(mark)>")
      html.append(text: entry.label)
      html.append(markup: "</a></li>\n")
    }
    return html
  }

  private func freshness() -> String {
    guard let completeTo = scope.site.completeTo else {
      return "<p class=\"freshness status status-problem\">\(StatusIcon.problem.markup) "
        + "<span>No day is complete</span></p>"
    }
    let isComplete = facts.missingDays.isEmpty && completeTo == facts.asOf
    let icon: StatusIcon = isComplete ? .ok : .attention
    let gaps = facts.missingDays.count
    let words =
      gaps == 0 ? "" : gaps == 1 ? ", one day missing" : ", \(gaps) days missing"
    return "<p class=\"freshness status status-\(icon.rawValue)\">\(icon.markup) "
      + "<span>Complete to \(facts.locale.shortDateText(completeTo))\(words)</span></p>"
  }

  private func period() -> String {
    "<p class=\"period\"><strong>\(facts.locale.monthText(facts.thisMonth))</strong>"
      + "<span>Days 1 to \(facts.asOf.dayOfMonth) of \(facts.thisMonth.length)</span></p>"
  }

  private func breadcrumbs() throws(Diagnostic) -> HTMLBuffer {
    var html = HTMLBuffer()
    guard !scope.template.breadcrumbs.isEmpty else { return html }
    html.append(markup: "<nav class=\"breadcrumbs\" aria-label=\"Breadcrumbs\">")
    for (index, crumb) in scope.template.breadcrumbs.enumerated() {
      if index > 0 { html.append(markup: " ") }
      html.append(link: try scope.text(crumb.label), to: try scope.reference(crumb.target))
    }
    html.append(markup: "</nav>")
    return html
  }

  private func pageFacts() throws(Diagnostic) -> HTMLBuffer {
    var html = HTMLBuffer()
    guard !scope.template.facts.isEmpty else { return html }
    html.append(markup: "<dl class=\"facts\">")
    for fact in scope.template.facts {
      html.append(markup: "<div><dt>")
      html.append(text: fact.label)
      html.append(markup: "</dt><dd>")
      html.append(text: try scope.text(fact.text))
      html.append(markup: "</dd></div>")
    }
    html.append(markup: "</dl>")
    return html
  }

  private func contact() -> HTMLBuffer {
    var html = HTMLBuffer()
    guard let contact = facts.contact else { return html }
    let isAddress = contact.contains("@") && !contact.contains(where: \.isWhitespace)
    html.append(markup: "Questions about a number: ")
    html.append(
      link: contact, to: isAddress ? "mailto:" + percentEncoded(contact) : nil)
    return html
  }
}
