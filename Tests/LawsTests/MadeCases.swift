/// A thousand companies, each imported, charged and held against the laws once for all tests.
enum MadeCases {
  /// What breaks a law first, in order of the seed.
  static func violations(of law: Law) -> [String] {
    Array(
      found.filter { $0.contains(", law \(law.number), ") || $0.contains(", every law") }.prefix(12)
    )
  }

  private static let found = trials(1...1000) { seed in
    let made = try evidence(seed: seed)
    return try [nothingIsLost, moneyIsWholeNumbers, missingIsNotZero, subsetsAreNotAddedTwice]
      .flatMap { try $0.violations(in: made) }
  }
}

/// What a made company's lines say and what the views answer.
func evidence(seed: UInt64) throws -> Evidence {
  try evidence(of: MadeCompany(seed: seed))
}

func evidence(of company: MadeCompany) throws -> Evidence {
  try withTemporaryFolder { folder in
    try Evidence(company, views: ImportedCompany(company, in: folder).views(judgedViews))
  }
}

/// The views that laws 1, 2, 4 and 5 are about.
private let judgedViews = datedViews + ["months", "subscriptions", "features", "models"]
