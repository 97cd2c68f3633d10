import Foundation
import Testing

/// A workbook of two days that can be checked by eye.
enum SampleWorkbook {
  static let settings = """
    title: Sample
    organisation: Contoso
    currency: EUR
    time_zone: UTC
    sources:
      - name: gateway
        kind: csv
        path: usage.csv
        columns:
          time: time
          subscription: subscription
          user: user
          prompt_tokens: prompt
          completion_tokens: completion
        constants: {feature: chat, model: gpt-4o}

    """

  /// What shows people, in place of `users: off`.
  static let agreedUsers =
    "users: names\nagreement: {document: Works agreement, date: 2026-01-01}\n"

  static let usage = """
    time,subscription,user,prompt,completion
    2026-10-01 08:00:00,sub-web,ann,1000,200
    2026-10-02 09:00:00,sub-web,ann,3000,400

    """

  static let subscriptions = """
    subscription,team,name,valid_from,valid_to
    sub-web,web,Web shop,2026-01-01,

    """

  static let rates = """
    \(rateHeader)
    ,,,,input,2.50,1M,EUR,2026-01-01,,Finance,2025-12-15,Price list
    ,,,,output,10.00,1M,EUR,2026-01-01,,Finance,2025-12-15,Price list

    """

  static let rateHeader =
    "model,feature,subscription,team,token_class,price,per,currency,valid_from,valid_to,"
    + "agreed_by,agreed_on,document"

  /// The folder as a person has it before the first import.
  static func written() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(settings, to: "tokenbook.yml")
    try folder.write(usage, to: "usage.csv")
    try folder.write(subscriptions, to: "subscriptions.csv")
    try folder.write(rates, to: "rates.csv")
    return folder
  }

  static func imported() throws -> TemporaryFolder {
    let folder = try written()
    let outcome = try folder.tokenbook(["import"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  /// A copy of one that was built once for all tests.
  static func built() throws -> TemporaryFolder {
    try copy(of: builtOnce.get())
  }

  static func copy(of original: TemporaryFolder) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try FileManager.default.copyItem(
        at: original.url.appending(path: name), to: copy.url.appending(path: name))
    }
    return copy
  }

  private static let builtOnce: Result<TemporaryFolder, any Error> = Result {
    let folder = try imported()
    let outcome = try folder.tokenbook(["build"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return folder
  }
}

extension TemporaryFolder {
  /// Runs `tokenbook` standing in this folder.
  ///
  /// - Returns: What it said, with `DIR` for the path of this folder.
  @discardableResult
  func tokenbook(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Executable.Outcome {
    let outcome = try Executable.run(arguments, in: url, environment: environment)
    return Executable.Outcome(
      status: outcome.status, output: outcome.output.replacing(path, with: "DIR"),
      errors: outcome.errors.replacing(path, with: "DIR"))
  }

  /// The rows of a query, without the header.
  func rows(_ sql: String, _ options: [String] = []) throws -> [String] {
    let outcome = try tokenbook(["query", sql, "--format", "csv"] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropFirst().map(String.init)
  }

  /// The tree of a folder below this one.
  func tree(_ path: String = ".") throws -> [String: Data] {
    try fileTree(url.appending(path: path))
  }
}
