/// Digits after the decimal point that amounts of a currency have, by ISO 4217 code; nil for an
/// unknown code.
package func minorUnits(ofCurrency code: String) -> Int? {
  minorUnitsByCode[code]
}

/// In alphabetical order.
let currencyCodes: [String] = minorUnitsByCode.keys.sorted()

/// Currencies of ISO 4217 in circulation, without funds, metals and test codes. BGN is kept for
/// months before 2026.
private let minorUnitsByCode: [String: Int] = {
  let codes: [(minorUnits: Int, list: String)] = [
    (
      0,
      """
      BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF
      """
    ),
    (
      2,
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD
      CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
      GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD
      LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
      PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
      SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW
      ZWG
      """
    ),
    (
      3,
      """
      BHD IQD JOD KWD LYD OMR TND
      """
    ),
  ]
  var table: [String: Int] = [:]
  for (minorUnits, list) in codes {
    for code in list.split(whereSeparator: \.isWhitespace) { table[String(code)] = minorUnits }
  }
  return table
}()
