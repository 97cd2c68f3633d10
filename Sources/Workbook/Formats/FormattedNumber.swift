import Tables

/// The number in a cell as the formats that are no money read it.
enum FormattedNumber {
  case whole(Int64)
  case real(Double)

  /// - Parameter cell: Not NULL.
  init(_ cell: Cell, as format: ValueFormat) throws(ValueFormatError) {
    switch cell {
    case .integer(let number): self = .whole(number)
    // Beyond this no whole number of ours goes, and the conversions below are exact.
    case .real(let number) where number.magnitude < 1e18: self = .real(number)
    case .real(let number): throw .notANumber(format: format, text: "\(number)")
    case .text(let text): throw .notANumber(format: format, text: text)
    case .null: throw .notANumber(format: format, text: "NULL")
    }
  }

  var real: Double {
    switch self {
    case .whole(let number): Double(number)
    case .real(let number): number
    }
  }

  /// Rounded half to even.
  var whole: Int64 {
    switch self {
    case .whole(let number): number
    case .real(let number): Int64(number.rounded(.toNearestOrEven))
    }
  }

  var isNegative: Bool { real < 0 }
}
