import Testing

@testable import UsageModel

@Suite struct WholeNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("1250", 1250), ("1250.0", 1250), ("1.25E3", 1250), ("1.25e+3", 1250),
      ("12500e-1", 1250), ("-0", 0), ("-0.0e7", 0), ("0e999999999999", 0), ("10000000e-7", 1),
      ("999999999999999999", 999_999_999_999_999_999),
      ("9223372036854775807", .max), ("9223372036854775807.000", .max),
      ("9007199254740993.0", 9_007_199_254_740_993), ("5e18", 5_000_000_000_000_000_000),
    ] as [(String, Int64)])
  func `a whole number is read exactly, however it is written`(text: String, number: Int64) throws {
    #expect(try bytes(text) { try wholeNumber($0) } == number)
  }

  @Test(
    arguments: [
      ("", .notNumber), ("-", .notNumber), ("abc", .notNumber), ("NaN", .notNumber),
      ("Infinity", .notNumber), ("1,250", .notNumber), (" 1", .notNumber), ("1 ", .notNumber),
      ("+1", .notNumber), ("01", .notNumber), (".5", .notNumber), ("1.", .notNumber),
      ("1e", .notNumber), ("0x10", .notNumber), ("\"12\"", .notNumber), ("1e5x", .notNumber),
      ("-1", .negative), ("-0.5", .negative), ("1.5", .fractional), ("1e-1", .fractional),
      ("0.1", .fractional), ("1e-999999999999", .fractional),
      ("9223372036854775808", .tooLarge), ("1e19", .tooLarge), ("1e999999999999", .tooLarge),
      ("99999999999999999999", .tooLarge),
    ] as [(String, NumberProblem)])
  func `anything else says why it is none`(text: String, problem: NumberProblem) {
    #expect(throws: problem) { try bytes(text) { try wholeNumber($0) } }
  }
}
