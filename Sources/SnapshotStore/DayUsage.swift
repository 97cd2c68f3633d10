import Pricing
import UsageModel

/// Everything the snapshot holds of one day.
package struct DayUsage: Hashable, Sendable {
  package let day: CalendarDay
  /// Ordered by subscription, feature, model, user, then source; the two points of a day in which a
  /// UTC month ends are added up.
  package var usage: [MeteredUsage] = []
  package var others: [OtherUsage] = []
}

/// What one source metered under a name that is in no token class.
package struct OtherUsage: Hashable, Sendable {
  package let source: String
  /// As metered.
  package let model: String
  package let metric: String
  package let tokens: Int64
  package let requests: Int64
}

/// Records of a source that were counted and not kept.
package struct IgnoredMetric: Hashable, Sendable {
  package let source: String
  package let metric: String
  /// The most in one import.
  package let records: Int64
}
