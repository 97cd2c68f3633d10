/// Refuses a ledger with a source that the workbook does not name: under another name its usage would
/// be counted twice.
package func refuseStraySources(
  in ledger: [LedgerDay], named names: some Sequence<String>
) throws(SnapshotError) {
  let named = Set(names)
  guard let stray = ledger.last(where: { !named.contains($0.source) }) else { return }
  throw .sourceNotConfigured(source: stray.source, lastDay: stray.day)
}
