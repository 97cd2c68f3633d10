/// Who used which model for which feature, as metered: the identity of one series of day points.
///
/// Ids are text as given. An absent or empty dimension is ``unknown``.
package struct SeriesKey: Hashable, Sendable {
  package var subscription: String
  package var user: String
  package var feature: String
  /// The model as metered, before models.csv maps it.
  package var model: String

  /// The reserved id of a dimension that a record did not name.
  package static let unknown = "unknown"

  package init(subscription: String, user: String, feature: String, model: String) {
    self.subscription = subscription
    self.user = user
    self.feature = feature
    self.model = model
  }
}
