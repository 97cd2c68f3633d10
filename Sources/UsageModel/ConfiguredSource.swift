/// A source of `tokenbook.yml` and the traffic it speaks of.
package struct ConfiguredSource: Hashable, Sendable {
  /// What is counted. Of sources with the same traffic the first in the list counts that has a day;
  /// different traffic adds up.
  package let counts: String
  package let origin: SourceOrigin

  /// - Parameter counts: nil is the source's own name.
  package init(_ origin: SourceOrigin, counts: String? = nil) {
    self.origin = origin
    self.counts = counts ?? origin.name
  }

  package var name: String { origin.name }
  /// The last day the source delivers, where it has ended.
  package var until: CalendarDay? { origin.until }

  /// nil where it is no source of files.
  package var files: UsageSource? {
    guard case .files(let source) = origin else { return nil }
    return source
  }

  /// nil where it is no service.
  package var service: ServiceSource? {
    guard case .service(let source) = origin else { return nil }
    return source
  }
}

package enum SourceOrigin: Hashable, Sendable {
  /// Read by `tokenbook import`.
  case files(UsageSource)
  /// Asked by `tokenbook pull`.
  case service(ServiceSource)

  fileprivate var name: String {
    switch self {
    case .files(let source): source.name
    case .service(let source): source.name
    }
  }

  fileprivate var until: CalendarDay? {
    switch self {
    case .files(let source): source.until
    case .service(let source): source.until
    }
  }
}
