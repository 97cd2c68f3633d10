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
  for fragment in fragments {
    if case .markup(let bytes) = fragment, case .markup(let before)? = result.last {
      result[result.count - 1] = .markup(before + bytes)
    } else {
      result.append(fragment)
    }
  }
  return result
}
