import Foundation
import Testing

/// Something a person does wrong in a workbook that was fine, and what tokenbook says to it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  let status: Int32
  /// Standard error, with `DIR` for the workbook folder.
  let errors: String
  /// Makes the mistake.
  let make: @Sendable (TemporaryFolder) throws -> Void

  init(
    _ name: String, _ arguments: [String], status: Int32, errors: String,
    make: @escaping @Sendable (TemporaryFolder) throws -> Void = { _ in }
  ) {
    self.name = name
    self.arguments = arguments
    self.status = status
    self.errors = errors + "\n"
    self.make = make
  }

  var testDescription: String { name }

  /// Makes the mistake in a built workbook and holds everything that may not change against it.
  func check() throws {
    let folder = try SampleWorkbook.built()
    try make(folder)
    let snapshot = try? folder.bytes("snapshot.sqlite")
    let site = try folder.tree("site")

    let outcome = try folder.tokenbook(arguments)

    #expect(outcome.errors == errors)
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect((try? folder.bytes("snapshot.sqlite")) == snapshot)
    #expect(differences(site, try folder.tree("site")) == [])
    #expect(!folder.holds(".site.staging"))
  }
}
