import SourceText
import Tables

/// A query of a page, and the runs of the queries that it reads.
struct PageQuery: Sendable {
  let run: QueryRun
  let query: CompiledQuery
  let reads: [QueryRun]
  /// Whether another query of the page reads its rows.
  let isRead: Bool
}

extension CompiledTemplate {
  /// Everything that is run for a page, each query before those that read it.
  var pageQueries: [PageQuery] {
    var runs: [String: [QueryRun]] = [:]
    for (run, query) in queryRuns { runs[query.name, default: []].append(run) }
    var ordered: [PageQuery] = []
    // A query reads earlier ones only, so one walk backwards finds all that is needed.
    for query in queries.reversed() {
      let own = runs[query.name, default: []].map { run in
        let reads = query.reads.map { self.run(of: $0, choices: run.choices) }
        return PageQuery(
          run: run, query: query, reads: reads,
          isRead: ordered.contains { $0.reads.contains(run) })
      }
      for read in own.flatMap(\.reads) where runs[read.query]?.contains(read) != true {
        runs[read.query, default: []].append(read)
      }
      ordered += own.reversed()
    }
    return ordered.reversed()
  }
}

/// The rows of everything a page shows. Each query runs once for each choice of its toggles, and
/// those that read it get its rows.
func pageTables(
  of page: PlannedPage, running runner: QueryRunner
) throws(Diagnostic) -> [QueryRun: Table] {
  var tables: [QueryRun: Table] = [:]
  var readable: [QueryRun: NamedRows] = [:]
  for pageQuery in page.queries {
    let earlier = pageQuery.reads.compactMap { readable[$0] }
    let table = try runner.table(
      of: pageQuery.query, keys: page.keys, choices: pageQuery.run.choices,
      earlier: earlier.count == pageQuery.reads.count ? earlier : nil, in: page.template.file)
    tables[pageQuery.run] = table
    if pageQuery.isRead, canBeRead(table) {
      readable[pageQuery.run] = NamedRows(name: pageQuery.query.name, table: table)
    }
  }
  return tables
}

/// Long tables are read where they are made: copying them would cost more than reading them again.
private func canBeRead(_ table: Table) -> Bool {
  table.rows.count <= 10_000 && !table.columns.contains("")
    && Set(table.columns.map { $0.lowercased() }).count == table.columns.count
}
