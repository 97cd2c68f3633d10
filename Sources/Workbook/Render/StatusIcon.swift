/// The signs of a status; a word always stands beside them.
enum StatusIcon: String, CaseIterable, Sendable {
  case ok, attention, problem

  /// Said beside it where a template gives no other word.
  var word: String {
    switch self {
    case .ok: "In order"
    case .attention: "Worth a look"
    case .problem: "A problem"
    }
  }

  /// A ringed tick, a triangle, a crossed square.
  var markup: String {
    let shape =
      switch self {
      case .ok:
        "<circle cx=\"7\" cy=\"7\" r=\"6\" fill=\"none\" stroke=\"currentColor\" "
          + "stroke-width=\"1.25\"/><path d=\"M4.2 7.2 6.2 9.2 9.8 5\" fill=\"none\" "
          + "stroke=\"currentColor\" stroke-width=\"1.5\"/>"
      case .attention:
        "<path d=\"M7 1.5 13 12.5H1Z\" fill=\"none\" stroke=\"currentColor\" "
          + "stroke-width=\"1.25\"/><path d=\"M7 5.5V9M7 10.2V11.4\" fill=\"none\" "
          + "stroke=\"currentColor\" stroke-width=\"1.5\"/>"
      case .problem:
        "<path d=\"M1.5 1.5H12.5V12.5H1.5Z\" fill=\"none\" stroke=\"currentColor\" "
          + "stroke-width=\"1.25\"/><path d=\"M4.5 4.5 9.5 9.5M9.5 4.5 4.5 9.5\" fill=\"none\" "
          + "stroke=\"currentColor\" stroke-width=\"1.5\"/>"
      }
    return "<svg class=\"icon\" width=\"14\" height=\"14\" viewBox=\"0 0 14 14\" "
      + "aria-hidden=\"true\">\(shape)</svg>"
  }
}
