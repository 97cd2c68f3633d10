import Foundation

/// The base64 of RFC 7515: `-` and `_` for `+` and `/`, and no `=`.
func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  String(
    Data(bytes).base64EncodedString().compactMap { character -> Character? in
      switch character {
      case "+": "-"
      case "/": "_"
      case "=": nil
      default: character
      }
    })
}
