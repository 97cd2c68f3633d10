/// One row of rates.csv: a price agreed for some usage on some days.
package struct Rate: Hashable, Sendable {
  /// The first 8 hex digits of SHA-256 of the row.
  package let id: String
  /// Where the row stands in rates.csv, from 1.
  package let line: Int
  package let scope: RateScope
  package let price: Price
  /// The price as the file writes it, and the tokens it is for: `2.50` per `1M`.
  package let writtenPrice: String
  package let writtenPer: String
  package let currency: String
  package let validity: Validity
  package let agreedBy: String
  package let agreedOn: String
  package let document: String

  package init(
    id: String, line: Int, scope: RateScope, price: Price, writtenPrice: String,
    writtenPer: String, currency: String, validity: Validity, agreedBy: String = "",
    agreedOn: String = "", document: String = ""
  ) {
    self.id = id
    self.line = line
    self.scope = scope
    self.price = price
    self.writtenPrice = writtenPrice
    self.writtenPer = writtenPer
    self.currency = currency
    self.validity = validity
    self.agreedBy = agreedBy
    self.agreedOn = agreedOn
    self.document = document
  }
}

/// The usage a rate is for; nil is any.
package struct RateScope: Hashable, Sendable {
  package var model: String?
  package var feature: String?
  package var subscription: String?
  package var team: String?
  package var tokenClass: TokenClass?

  package init(
    model: String? = nil, feature: String? = nil, subscription: String? = nil,
    team: String? = nil, tokenClass: TokenClass? = nil
  ) {
    self.model = model
    self.feature = feature
    self.subscription = subscription
    self.team = team
    self.tokenClass = tokenClass
  }
}
