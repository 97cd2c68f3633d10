import Foundation
import KustoQuery
import UsageModel

/// Asks a service how complete and how plausible a source's records are.
package struct SourceQuestions: Sendable {
  private let service: QueryService
  private let calendar: LocalCalendar
  private let queries: [CompletenessQuery]

  package init(_ service: QueryService, calendar: LocalCalendar) {
    self.service = service
    self.calendar = calendar
    queries = completenessQueries(
      of: service.source.kind, dimensions: service.source.dimensions,
      timeZone: calendar.identifier)
  }

  package var count: Int { queries.count }

  /// - Parameters:
  ///   - days: Whole local days.
  ///   - progress: Is told how many questions have been dealt with.
  /// - Throws: What the first question throws where others would fail alike, such as a sign-in; or
  ///   the first error where no question about the source's own table has an answer.
  package func answers(
    for days: ClosedRange<CalendarDay>, progress: (Int) -> Void
  ) async throws -> CompletenessAnswers {
    var results: [CompletenessSubject: Result<[NamedRow], any Error>] = [:]
    if let first = queries.first {
      let result = await result(of: first, for: days)
      if case .failure(let error) = result, !isOfOneQuestion(error) { throw error }
      results[first.subject] = result
      progress(1)
    }
    await withTaskGroup(of: (CompletenessSubject, Result<[NamedRow], any Error>).self) { group in
      for query in queries.dropFirst() {
        group.addTask { (query.subject, await result(of: query, for: days)) }
      }
      for await (subject, result) in group {
        results[subject] = result
        progress(results.count)
      }
    }
    try Task.checkCancellation()
    return try answers(from: results)
  }

  private func result(
    of query: CompletenessQuery, for days: ClosedRange<CalendarDay>
  ) async -> Result<[NamedRow], any Error> {
    let from = calendar.start(of: days.lowerBound)
    let to = calendar.start(of: days.upperBound.advanced(by: 1))
    do {
      return .success(try await service.rows(of: (from, to, query.text(from: from, to: to))))
    } catch {
      return .failure(error)
    }
  }

  private func answers(
    from results: [CompletenessSubject: Result<[NamedRow], any Error>]
  ) throws -> CompletenessAnswers {
    var answers = CompletenessAnswers()
    var firstError: (any Error)?
    var isAnswered = false
    for query in queries {
      guard let result = results[query.subject] else { continue }
      do {
        let rows = try result.get()
        do {
          try answers.take(rows, of: query.subject)
        } catch {
          throw MonitorError.row(source: service.source.name, error)
        }
        // The table of requests is another one.
        if query.subject != .sampledRequests { isAnswered = true }
      } catch {
        if query.subject == .sampledRequests, isAboutMissingTable(error) {
          answers.isRequestTableMissing = true
          continue
        }
        firstError = firstError ?? error
        answers.unanswered.append(
          CompletenessAnswers.Unanswered(subject: query.subject, reason: reason(of: error)))
      }
    }
    if !isAnswered, let firstError { throw firstError }
    return answers
  }

  private func reason(of error: any Error) -> String {
    let text = (error as? any LocalizedError)?.errorDescription ?? "\(error)"
    let prefix = "source '\(service.source.name)': "
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }
}

/// Whether other questions may well have an answer.
private func isOfOneQuestion(_ error: any Error) -> Bool {
  switch error as? MonitorError {
  case .queryRefused, .failed, .notAnAnswer, .neverWhole, .row: true
  default: false
  }
}

private func isAboutMissingTable(_ error: any Error) -> Bool {
  switch error as? MonitorError {
  case .missingTable: true
  case .queryRefused(_, let message): message.contains("Failed to resolve")
  default: false
  }
}
