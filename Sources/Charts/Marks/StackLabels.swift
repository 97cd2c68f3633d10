/// The names of stacked series, from top to bottom, each wishing to stand beside its part of the last
/// column that holds anything.
func stackLabels(
  _ series: [StackedColumnChart.Series], of stacks: [StackedColumn], y: LinearScale
) -> [DirectLabels.Label] {
  let last = stacks.last { !$0.segments.isEmpty }
  var fallback = y(0)
  let labels = series.enumerated().filter { !$0.element.name.isEmpty }.map { index, series in
    if let segment = last?.segments.first(where: { $0.seriesIndex == index }) {
      fallback = y(segment.end)
      return DirectLabels.Label(
        name: series.name, detail: series.detail, colour: series.colour,
        wantedCentre: (y(segment.start) + y(segment.end)) / 2)
    }
    return DirectLabels.Label(
      name: series.name, detail: series.detail, colour: series.colour, wantedCentre: fallback)
  }
  // Equal wishes keep the order of the stack, whose first series is the lowest.
  return labels.enumerated().sorted {
    ($0.element.wantedCentre, $1.offset) < ($1.element.wantedCentre, $0.offset)
  }.map(\.element)
}
