/// The names of series beside their marks: a bar in the colour, the name, and a line of detail.
struct DirectLabels {
  struct Label: Hashable {
    let name: String
    let detail: String
    let stroke: LineStroke
    /// The middle of the mark it names.
    let wantedCentre: Double

    init(name: String, detail: String, stroke: LineStroke, wantedCentre: Double) {
      self.name = name
      self.detail = detail
      self.stroke = stroke
      self.wantedCentre = wantedCentre
    }

    init(name: String, detail: String, colour: SeriesColour?, wantedCentre: Double) {
      self.init(
        name: name, detail: detail, stroke: colour.map { .entity($0) } ?? .neutral,
        wantedCentre: wantedCentre)
    }
  }

  /// What stands between the plot and a name.
  enum Lead: Hashable {
    /// A bar in the colour, for marks that are told apart by it.
    case bar
    /// Nothing, in pixels: the lines lead to their names.
    case space(Double)
  }

  private static let lineHeight = 15.0
  /// Above and below the lines of a label; with two lines a label takes 38 px.
  private static let padding = 8.0

  private let labels: [Label]
  private let lines: [(name: [String], detail: [String])]
  private let starts: [Double]
  private let barX: Double?
  private let textX: Double

  /// - Parameters:
  ///   - labels: From top to bottom.
  ///   - lead: Bars stand 14 px right of the plot.
  ///   - width: Of the drawing.
  ///   - plotBottom: The labels stand above it if they can.
  ///   - height: Of the drawing, which the labels may use whole. Where they do not fit, long names
  ///     lose lines; labels that still do not fit are left out at the end.
  init(
    _ labels: [Label], lead: Lead = .bar, plotRight: Double, width: Double, plotBottom: Double,
    height: Double
  ) {
    let textX: Double
    switch lead {
    case .bar: (barX, textX) = (plotRight + 14, plotRight + 26)
    case .space(let pixels): (barX, textX) = (nil, plotRight + pixels)
    }
    self.textX = textX
    func lines(maximumLines: Int) -> [(name: [String], detail: [String])] {
      labels.map { label in
        let room = width - textX
        return (
          textLines(label.name, width: room, style: .name, maximumLines: maximumLines),
          textLines(
            label.detail, width: room, style: .plain, maximumLines: min(maximumLines, 2))
        )
      }
    }
    let candidates = [3, 2, 1].lazy.map(lines)
    let fitting = candidates.first { Self.heights(of: $0).reduce(0, +) <= height }
    let maximumLabels = Int(height / Self.heights(of: [([""], [""])])[0])
    let chosen = Array((fitting ?? lines(maximumLines: 1)).prefix(maximumLabels))

    self.lines = chosen
    self.labels = Array(labels.prefix(chosen.count))
    let heights = Self.heights(of: chosen)
    starts = placedLabels(
      wantedCentres: self.labels.map(\.wantedCentre), heights: heights,
      within: 0...max(plotBottom, heights.reduce(0, +)))
  }

  private static func heights(of lines: [(name: [String], detail: [String])]) -> [Double] {
    lines.map { padding + lineHeight * Double(max($0.name.count + $0.detail.count, 2)) }
  }

  var marks: [SVGElement] {
    labels.indices.flatMap { index -> [SVGElement] in
      let top = starts[index] + Self.padding / 2
      let (name, detail) = lines[index]
      let barHeight = Double(max(name.count + detail.count, 2)) * Self.lineHeight
      let bar = barX.map { SVGRectangle(x: $0, y: top, width: 4, height: barHeight) }
      let textHeight = Double(name.count + detail.count) * Self.lineHeight
      let firstBaseline = top + (barHeight - textHeight) / 2 + 12
      let texts = (name.map { ($0, "label-name") } + detail.map { ($0, "label-detail") })
        .enumerated().map { line, text in
          textMark(
            text.0, class: text.1, x: textX, y: firstBaseline + Double(line) * Self.lineHeight)
        }
      return (bar.map { [labels[index].stroke.bars([$0])] } ?? []) + texts
    }
  }
}
