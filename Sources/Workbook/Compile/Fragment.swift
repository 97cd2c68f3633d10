import SourceText

/// A piece of compiled HTML: bytes as they are written, or a place that is filled later.
indirect enum Fragment: Hashable, Sendable {
  case markup([UInt8])
  case value(ValueExpression)
  case link(LinkTarget, [Fragment])

  static func markup(_ text: String) -> Fragment { .markup(Array(text.utf8)) }

  var expressions: [ValueExpression] {
    switch self {
    case .markup: []
    case .value(let expression): [expression]
    case .link(let target, let content):
      target.template.expressions + content.flatMap(\.expressions)
    }
  }
}

/// Where a link leads, before its values are known.
struct LinkTarget: Hashable, Sendable {
  let template: TextTemplate
  let position: SourcePosition
}

/// Neighbouring literal pieces become one.
func joined(_ fragments: [Fragment]) -> [Fragment] {
  var result: [Fragment] = []
  var literal: [UInt8] = []
  for fragment in fragments {
    if case .markup(let bytes) = fragment {
      literal += bytes
      continue
    }
    if !literal.isEmpty { result.append(.markup(literal)) }
    literal = []
    result.append(fragment)
  }
  if !literal.isEmpty { result.append(.markup(literal)) }
  return result
}
