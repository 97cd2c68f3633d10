import Foundation

/// Text in Unicode's composed form (NFC).
///
/// `é` can be one scalar or an `e` with an accent behind it: Swift takes both for equal, SQL and
/// files compare bytes. Everything that is read is composed, so that both agree.
package func composed(_ text: String) -> String {
  text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
}
