import Pricing
import SourceText

/// Reads a price written for a million, a thousand or one token.
func price(_ cell: Located, per: PriceUnit, mistakes: inout [Diagnostic]) -> Price? {
  // Six places per million tokens, moved by what the price is written for.
  let places = 6 + per.zerosToMillion
  do throws(DecimalMistake) {
    let scaled = try scaledDecimal(cell.text, places: places)
    guard let nano = Int64(exactly: scaled * 1000) else { throw .tooLarge }
    return Price(nanoPerMillion: nano)
  } catch .tooManyPlaces {
    mistakes.append(
      cell.mistake(
        "\(quoted(cell.text)) per \(per.rawValue) has more than 6 places per 1,000,000 tokens",
        remedy: "round it to \(places) places"))
  } catch {
    mistakes.append(mistake(error, in: cell, noun: "price"))
  }
  return nil
}

/// Reads an amount with at most nine places.
func money(_ cell: Located, mistakes: inout [Diagnostic]) -> Money? {
  do throws(DecimalMistake) {
    let scaled = try scaledDecimal(cell.text, places: 9)
    guard let nano = Int64(exactly: scaled) else { throw .tooLarge }
    return Money(nano: nano)
  } catch .tooManyPlaces {
    mistakes.append(
      cell.mistake(
        "\(quoted(cell.text)) has more than 9 places", remedy: "round it to 9 places"))
  } catch {
    mistakes.append(mistake(error, in: cell, noun: "amount"))
  }
  return nil
}

/// The tokens a price is written for.
enum PriceUnit: String, CaseIterable {
  case million = "1M"
  case thousand = "1K"
  case one = "1"

  var zerosToMillion: Int {
    switch self {
    case .million: 0
    case .thousand: 3
    case .one: 6
    }
  }
}

private func mistake(_ mistake: DecimalMistake, in cell: Located, noun: String) -> Diagnostic {
  let text = quoted(cell.text)
  return switch mistake {
  case .comma:
    cell.mistake("the number \(text) has a comma", remedy: remedyForComma(in: cell.text))
  case .negative:
    cell.mistake("the \(noun) \(text) is negative", remedy: "write 0 or more")
  case .tooLarge:
    cell.mistake("the \(noun) \(text) is too large", remedy: "write less than 9,000,000,000")
  case .notANumber, .tooManyPlaces:
    cell.mistake(
      "\(text) is not a decimal number", remedy: "write digits and a point, such as 2.50")
  }
}
