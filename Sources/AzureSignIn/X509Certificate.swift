import Foundation
import UsageModel

/// What an assertion needs of a certificate: its bytes, its public key and its days (RFC 5280).
struct X509Certificate: Hashable, Sendable {
  let bytes: [UInt8]
  /// The SubjectPublicKeyInfo.
  let publicKey: [UInt8]
  let validFrom: CalendarDay
  let validUntil: CalendarDay

  /// - Returns: nil where the bytes are no certificate.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let certificate = DERElement(from: &rest), rest.isEmpty,
      certificate.tag == DERElement.sequence,
      let signed = certificate.elements?.first, signed.tag == DERElement.sequence,
      var fields = signed.elements
    else { return nil }
    if fields.first?.tag == DERElement.version { fields.removeFirst() }
    // Serial number, signature algorithm, issuer, validity, subject, public key.
    guard fields.count >= 6, let days = fields[3].elements, days.count == 2,
      let from = day(of: days[0]), let until = day(of: days[1]),
      fields[5].tag == DERElement.sequence
    else { return nil }
    self.bytes = bytes
    publicKey = Array(fields[5].whole)
    validFrom = from
    validUntil = until
  }
}

/// The UTC day of a time: `YYMMDD…` for the years 1950 to 2049, else `YYYYMMDD…`.
private func day(of time: DERElement) -> CalendarDay? {
  let yearDigits = time.tag == DERElement.utcTime ? 2 : 4
  guard time.tag == DERElement.utcTime || time.tag == DERElement.generalizedTime else { return nil }
  let digits = time.contents.prefix(yearDigits + 4).map { Int($0) - 0x30 }
  guard digits.count == yearDigits + 4, digits.allSatisfy({ (0...9).contains($0) }) else {
    return nil
  }
  var year = digits.prefix(yearDigits).reduce(0) { $0 * 10 + $1 }
  if yearDigits == 2 { year += year < 50 ? 2000 : 1900 }
  let rest = Array(digits.dropFirst(yearDigits))
  return CalendarDay(year: year, month: rest[0] * 10 + rest[1], day: rest[2] * 10 + rest[3])
}
