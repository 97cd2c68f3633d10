import SourceText

/// Text with values and without markup: titles, labels, summaries.
struct TextTemplate: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case value(ValueExpression)
  }

  let pieces: [Piece]

  static func literal(_ text: String) -> TextTemplate { TextTemplate(pieces: [.text(text)]) }

  var expressions: [ValueExpression] {
    pieces.compactMap { if case .value(let expression) = $0 { expression } else { nil } }
  }
}

extension TextTemplate {
  init(_ pieces: [MarkedPiece], names: ValueNames, mistakes: inout TemplateMistakes) {
    var compiled: [Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text):
        compiled.append(.text(text))
      case .value(let mark):
        do throws(TemplateError) {
          compiled.append(Self.piece(try names.expression(mark), names))
        } catch {
          mistakes.report(error, at: mark.position)
        }
      }
    }
    self.pieces = compiled
  }

  /// A toggle whose choice is made is a text.
  private static func piece(_ expression: ValueExpression, _ names: ValueNames) -> Piece {
    guard case .toggle(let name) = expression.path, let choice = names.decided[name] else {
      return .value(expression)
    }
    return .text(choice.choice.label)
  }

  /// Text from YAML; a mistake is reported at the text's beginning, or inside it where the text is
  /// written on one line as it stands.
  init(_ node: YAMLNode, names: ValueNames, mistakes: inout TemplateMistakes) {
    let source = node.text ?? ""
    let line = mistakes.file.line(node.position.line)
    let start = line.firstRange(of: source).map {
      line.distance(from: line.startIndex, to: $0.lowerBound)
    }
    let marked = MarkedText(
      source, firstLine: node.position.line, firstColumn: (start ?? node.position.column - 1) + 1)
    self.init(marked.pieces(of: marked.text), names: names, mistakes: &mistakes)
  }
}
