import SourceText

/// The shell around every page: literal HTML and slots.
struct CompiledLayout: Hashable, Sendable {
  enum Slot: String, CaseIterable, Sendable {
    case title
    case theme
    case script
    case search
    case root
    case asOf = "as-of"
    case decimalSign = "decimal-sign"
    case groupSign = "group-sign"
    case home
    case logo
    case organisation
    case navigation
    case freshness
    case period
    case breadcrumbs
    case heading
    case lead
    case facts
    case content
    case footerComplete = "footer-complete"
    case footerBasis = "footer-basis"
    case contact
    case method
    case glossary
  }

  enum Piece: Hashable, Sendable {
    case markup([UInt8])
    case slot(Slot)
  }

  let pieces: [Piece]

  init(_ layout: TemplateFile, mistakes: inout [Diagnostic]) {
    let marked = MarkedText(layout.text, firstLine: 1)
    var own = TemplateMistakes(file: SourceFile(name: layout.name, text: layout.text))
    pieces = marked.pieces(of: marked.text).compactMap { piece in
      switch piece {
      case .text(let text):
        return .markup(Array(text.utf8))
      case .value(let mark):
        let name = trimmed(mark.text)
        guard let slot = Slot(rawValue: name) else {
          own.report(
            .unknownSlot(name, known: Slot.allCases.map(\.rawValue)), at: mark.position)
          return nil
        }
        return .slot(slot)
      }
    }
    mistakes += own.all
  }
}
