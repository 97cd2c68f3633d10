import UsageModel

/// Which files of a call were read before and are as they were then.
///
/// First those are read that are not; then it is known which days have to be read again.
struct PlannedReading {
  /// Files that are new or may have changed.
  private(set) var changed: [(path: String, version: FileVersion?)] = []
  private var unchanged: [(path: String, entry: KnownFiles.Entry)] = []
  private let plan: ReadingPlan

  init(_ plan: ReadingPlan, files: [String], format: SourceFormat, calendar: LocalCalendar) {
    self.plan = plan
    let rules = format.rulesNumber(calendar: calendar)
    for path in files {
      let version = plan.version(of: path, rules: rules)
      if format.filesStandAlone, let version, let entry = plan.unchanged(version) {
        unchanged.append((path, entry))
      } else {
        changed.append((path, version))
      }
    }
  }

  /// The days that unchanged files speak of, and that have to be read again: where a changed file
  /// speaks of them too, or they were stored from other files than these.
  /// - Parameter changedDays: Of the changed files.
  func daysToReadAgain(changedDays: Set<CalendarDay>) -> Set<CalendarDay> {
    Set(
      numbersByDay().filter { day, numbers in
        changedDays.contains(day) || plan.known.numbersByDay[day] != numbers
      }.keys)
  }

  /// - Parameter days: What ``daysToReadAgain(changedDays:)`` gave.
  func filesToReadAgain(for days: Set<CalendarDay>) -> [(path: String, version: FileVersion?)] {
    unchanged.filter { $0.entry.file.days.contains(where: days.contains) }
      .map { ($0.path, $0.entry.file.version) }
  }

  /// Files that are not read at all.
  func filesLeftOut(besides days: Set<CalendarDay>) -> [(path: String, file: ReadFile)] {
    unchanged.filter { !$0.entry.file.days.contains(where: days.contains) }
      .map { ($0.path, $0.entry.file) }
  }

  func settledDays(besides days: Set<CalendarDay>) -> [CalendarDay] {
    numbersByDay().keys.filter { !days.contains($0) }.sorted()
  }

  private func numbersByDay() -> [CalendarDay: Set<Int64>] {
    var numbers: [CalendarDay: Set<Int64>] = [:]
    for (_, entry) in unchanged {
      for day in entry.file.days where plan.since.map({ day >= $0 }) ?? true {
        numbers[day, default: []].insert(entry.number)
      }
    }
    return numbers
  }
}
