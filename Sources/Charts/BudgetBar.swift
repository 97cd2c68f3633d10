/// Use against a budget for a table cell, 92 × 16 px: a frame 12 px high for the budget, a bar 6 px
/// high for what is used of it, a tick for even spending.
///
/// What is used beyond the budget stands right of the frame, as high as the frame, which is then
/// shorter. Beyond twice the budget the bar ends in a point.
///
/// - Parameters:
///   - used: Nil and what is not finite leave the cell's drawing empty; so does a missing budget. The
///     words for it belong into the cell.
///   - budget: Below zero it is none.
///   - pace: How much of the budget's period is over, from 0 to 1. Nil draws no tick.
package func budgetBar(used: Double?, budget: Double?, pace: Double?) -> String {
  let width = 92.0
  let height = BudgetMarks.frameHeight + 4
  var drawn: [SVGElement] = []
  if let share = budgetShare(used: used, budget: budget) {
    let marks = BudgetMarks(
      lowestShare: share, highestShare: share, startPixel: 0, endPixel: width)
    drawn = marks.marks(share: share, pace: pace, top: 2)
  }
  return svgCellDrawing(width: width, height: height, class: "budget", drawn)
}
