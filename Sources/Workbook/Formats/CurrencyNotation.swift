/// What stands for a currency: a sign such as `€`, or the code where a sign would be unclear.
struct CurrencyNotation: Hashable, Sendable {
  let symbol: String
  let isCode: Bool
  let minorUnits: Int

  init(code: String) {
    symbol = currencySymbols[code] ?? code
    isCode = currencySymbols[code] == nil
    minorUnits = unusualMinorUnits[code] ?? 2
  }
}

private let currencySymbols = [
  "EUR": "€",
  "GBP": "£",
  "USD": "$",
  "JPY": "¥",
  "INR": "₹",
  "KRW": "₩",
  "ILS": "₪",
  "UAH": "₴",
  "VND": "₫",
]

/// Decimals of the currencies that do not have two: ISO 4217, list one.
private let unusualMinorUnits = [
  "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
  "RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
  "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
]
