/// Tokens in the disjoint classes. Wider than 64 bits so that adding up cannot overflow.
struct TokensByClass: Hashable {
  var input: Int128 = 0
  var cachedInput: Int128 = 0
  var cacheWrite: Int128 = 0
  var output: Int128 = 0

  subscript(_ tokenClass: TokenClass) -> Int128 {
    switch tokenClass {
    case .input: input
    case .cachedInput: cachedInput
    case .cacheWrite: cacheWrite
    case .output: output
    }
  }

  var sum: Int128 { input + cachedInput + cacheWrite + output }

  static func += (left: inout TokensByClass, right: TokensByClass) {
    left.input += right.input
    left.cachedInput += right.cachedInput
    left.cacheWrite += right.cacheWrite
    left.output += right.output
  }
}
