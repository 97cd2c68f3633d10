import UsageModel

/// Gives users names such as `u-7f3k2m`, the same name all year.
struct Pseudonyms {
  private let key: PseudonymKey
  private var year: Int?
  private var pseudonyms: [String: String] = [:]
  private var taken: Set<String> = []

  init(_ key: PseudonymKey) {
    self.key = key
  }

  /// The first five bits of the user's code as one character, and so on, six of them.
  ///
  /// Two codes that begin alike are told apart by length: who comes first in the data keeps six
  /// characters, the next one takes as many more as it needs.
  /// - Parameter year: Not before the year of an earlier call.
  mutating func pseudonym(of user: String, in year: Int) -> String {
    guard user != SeriesKey.unknown else { return user }
    if year != self.year {
      self.year = year
      pseudonyms = [:]
    }
    if let pseudonym = pseudonyms[user] { return pseudonym }
    let characters = base32(key.code(of: user, in: year))
    var length = 6
    while length < characters.count, taken.contains(name(characters.prefix(length))) { length += 1 }
    let pseudonym = name(characters.prefix(length))
    pseudonyms[user] = pseudonym
    taken.insert(pseudonym)
    return pseudonym
  }

  private func name(_ characters: ArraySlice<UInt8>) -> String {
    "u-" + String(decoding: characters, as: UTF8.self)
  }
}

/// Five bits a character, without the letters that look like others (i, l, o) and without u.
private func base32(_ bytes: [UInt8]) -> [UInt8] {
  let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  var characters: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in bytes {
    bits = (bits << 8 | UInt32(byte)) & 0xFFF
    count += 8
    while count >= 5 {
      count -= 5
      characters.append(digits[Int(bits >> count & 31)])
    }
  }
  return characters
}
