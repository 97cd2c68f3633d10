/// The columns of several small plots of one size, on one scale from zero.
struct MiniColumns {
  private let values: [[Double?]]
  private let width: Double
  private let gap: Double
  private let columnWidth: Double
  private let longest: Int
  private let y: LinearScale

  init(of values: [[Double?]], width: Double, height: Double) {
    self.values = values.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } }
    self.width = width
    longest = values.map(\.count).max() ?? 0
    // As in a sparkline, few columns are no wider than those of thirteen months.
    let slots = Double(max(longest, 13))
    gap = width / slots < 3 ? 0 : width / slots * 0.26
    columnWidth = (width - gap * (slots - 1)) / slots
    let known = self.values.flatMap { $0.compactMap(\.self) }
    let lowest = min(known.min() ?? 0, 0)
    let highest = max(known.max() ?? 0, 0)
    y = LinearScale(
      from: lowest, highest > lowest ? highest : lowest + 1, toPixels: height, 0)
  }

  /// From the top of the plot.
  var zeroPixel: Double { y(0) }

  /// Where the first column of the longest plot starts.
  var firstPixel: Double {
    longest == 0 ? 0 : columnStart(0, of: longest)
  }

  func isEmpty(_ index: Int) -> Bool { values[index].allSatisfy { $0 == nil } }

  /// One path for all columns of a kind.
  func marks(_ index: Int, left: Double, top: Double, marksLast: Bool) -> [SVGElement] {
    let columns = values[index]
    let now = marksLast ? columns.indices.last : nil
    func path(class className: String, _ indices: [Int]) -> [SVGElement] {
      let parts = indices.compactMap { column in
        columns[column].map { value in
          rectanglePath(
            x: left + columnStart(column, of: columns.count), y: top + columnTop(value),
            width: columnWidth, height: extent(of: value))
        }
      }
      guard !parts.isEmpty else { return [] }
      return [SVGElement("path", ["class": .text(className), "d": .text(parts.joined())])]
    }
    return path(class: "bar-mark", columns.indices.filter { $0 != now })
      + path(class: "now-mark", columns.indices.filter { $0 == now })
  }

  private func columnStart(_ column: Int, of count: Int) -> Double {
    width - columnWidth - Double(count - 1 - column) * (columnWidth + gap)
  }

  private func extent(of value: Double) -> Double { max(abs(y(value) - y(0)), smallestMark) }

  private func columnTop(_ value: Double) -> Double {
    value < 0 ? y(0) : y(0) - extent(of: value)
  }
}
