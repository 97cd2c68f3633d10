import Foundation
import Synchronization

/// A thousand companies, each imported, charged and held against the laws once for all tests.
enum MadeCases {
  static let seeds = UInt64(1)...1000

  /// What breaks a law first, in order of the seed.
  static func violations(of law: Law) -> [String] {
    found.filter { $0.law == law.number }.prefix(12).map(\.text)
  }

  private struct Violation {
    let seed: UInt64
    let law: Int
    let text: String
  }

  private static let found: [Violation] = {
    let found = Mutex<[Violation]>([])
    DispatchQueue.concurrentPerform(iterations: seeds.count) { index in
      let seed = seeds.lowerBound + UInt64(index)
      let ofSeed = violations(seed: seed)
      found.withLock { $0 += ofSeed }
    }
    return found.withLock { $0.sorted { $0.seed < $1.seed } }
  }()

  private static func violations(seed: UInt64) -> [Violation] {
    let laws = [nothingIsLost, moneyIsWholeNumbers, missingIsNotZero, subsetsAreNotAddedTwice]
    let made = Result { try evidence(seed: seed) }
    return laws.flatMap { law in
      let texts = Result { try law.violations(in: made.get()) }
      return texts.words(ofLaw: law.number).map {
        Violation(seed: seed, law: law.number, text: "seed \(seed), \($0)")
      }
    }
  }
}

/// What a made company's lines say and what the views answer.
func evidence(seed: UInt64) throws -> Evidence {
  try withTemporaryFolder { folder in
    let company = MadeCompany(seed: seed)
    return try Evidence(company, views: ImportedCompany(company, in: folder).views())
  }
}

extension Result<[String], any Error> {
  /// A case that could not be tried breaks the law too.
  fileprivate func words(ofLaw number: Int) -> [String] {
    switch self {
    case .success(let texts): texts
    case .failure(let error): ["law \(number): \(String(describing: error).prefix(200))"]
    }
  }
}
