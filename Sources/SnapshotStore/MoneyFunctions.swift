import GRDB
import Pricing

/// The functions of contract.md 1. Unknown in, unknown out; what does not fit is an error.
let moneyFunctions = [
  DatabaseFunction("per_million", argumentCount: 2, pure: true) { values in
    guard let cost = try integer(values[0], in: "per_million"),
      let tokens = try integer(values[1], in: "per_million"), tokens != 0
    else { return nil }
    guard tokens > 0 else { throw DatabaseError(message: "per_million: tokens are below zero") }
    let nano = roundedHalfToEven(Int128(cost) * 1_000_000, dividedBy: Int128(tokens))
    guard let fitting = Int64(exactly: nano) else { throw overflow }
    return fitting
  },
  DatabaseFunction("share", argumentCount: 2, pure: true) { values in
    guard let part = try number(values[0], in: "share"),
      let whole = try number(values[1], in: "share"), whole != 0
    else { return nil }
    return part / whole
  },
  DatabaseFunction("nano", argumentCount: 1, pure: true) { values in
    switch values[0].storage {
    case .null: return nil
    case .string(let text): return try nano(text)
    case .int64(let units): return try nano(String(units))
    case .double, .blob:
      throw DatabaseError(message: "nano: write the amount as text, as in '2.50'")
    }
  },
]

/// The words SQLite's own `sum` uses.
private let overflow = DatabaseError(message: "integer overflow")

private func integer(_ value: DatabaseValue, in function: String) throws -> Int64? {
  switch value.storage {
  case .null: return nil
  case .int64(let integer): return integer
  case .double, .string, .blob:
    throw DatabaseError(message: "\(function): only whole numbers can be added and divided exactly")
  }
}

private func number(_ value: DatabaseValue, in function: String) throws -> Double? {
  switch value.storage {
  case .null: return nil
  case .int64(let integer): return Double(integer)
  case .double(let real): return real
  case .string, .blob: throw DatabaseError(message: "\(function): a number is needed")
  }
}

/// A decimal with at most nine places, in nano.
private func nano(_ text: String) throws -> Int64 {
  let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
  let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  let fraction = parts.count > 1 ? parts[1] : ""
  let isDecimal =
    parts[0].utf8.count > 0 && fraction.utf8.count <= 9 && (parts.count == 1 || !fraction.isEmpty)
    && (parts[0] + fraction).utf8.allSatisfy { (0x30...0x39).contains($0) }
  guard isDecimal else {
    throw DatabaseError(message: "nano: '\(text)' is not a decimal with at most 9 places")
  }
  let padded = fraction + String(repeating: "0", count: 9 - fraction.utf8.count)
  guard let nano = Int64((text.hasPrefix("-") ? "-" : "") + parts[0] + padded) else {
    throw overflow
  }
  return nano
}
