/// The ranges of neighbouring indices that fulfil `isPart`, from left to right.
func runs(in indices: Range<Int>, where isPart: (Int) -> Bool) -> [ClosedRange<Int>] {
  var runs: [ClosedRange<Int>] = []
  for index in indices where isPart(index) {
    if let last = runs.last, last.upperBound == index - 1 {
      runs[runs.count - 1] = last.lowerBound...index
    } else {
      runs.append(index...index)
    }
  }
  return runs
}
