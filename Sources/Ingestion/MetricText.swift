import CSimdjson
import Foundation

extension MetricText {
  /// nil where the record has no such key.
  var bytes: UnsafeRawBufferPointer? {
    start.map { UnsafeRawBufferPointer(start: $0, count: length) }
  }
}

/// A key as messages name it.
func shown(_ key: MetricText) -> String {
  key.bytes.map { excerpt(of: $0, limit: 40) } ?? ""
}

extension UsageGroups {
  mutating func number(of text: MetricText) -> Int32 {
    text.bytes.map { number(of: $0) } ?? 0
  }
}

func withText<Result>(_ text: String?, _ body: (MetricText) -> Result) -> Result {
  guard var text else { return body(MetricText()) }
  return text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) {
      body(MetricText(start: $0.baseAddress, length: $0.count))
    }
  }
}
