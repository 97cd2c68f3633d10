/// The colour of an entity, the same in the light and the dark theme.
///
/// Okabe and Ito's blue, vermilion, green and purple: at least 3 : 1 on either paper, and apart from
/// each other and from the grey under the three common kinds of colour blindness.
package enum SeriesColour: Int, Hashable, Sendable, CaseIterable {
  case first, second, third, fourth, other

  package var hex: String {
    switch self {
    case .first: "#0072B2"
    case .second: "#D55E00"
    case .third: "#009E73"
    case .fourth: "#CC79A7"
    case .other: "#767676"
    }
  }
}
