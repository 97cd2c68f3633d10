import ContentHash

/// Raised by one whenever a cache of an older version would answer differently.
let cacheFormat = 10

/// SHA-256 of everything a cache was made from: equal keys, equal answers. When and in what order it
/// was imported is not part of it; when a service was asked says which of its days may still change.
func cacheKey(
  of usage: StoredUsage, _ pulls: StoredPulls, rules: CacheRules
) throws -> String {
  var canonical = CanonicalBytes()
  canonical.append(Int64(cacheFormat))
  for entry in try usage.ledger() {
    canonical.append(entry.source)
    canonical.append(Int64(entry.day.daysSince1970))
    canonical.append(entry.digest)
  }
  for entry in try usage.ignoredMetrics() {
    canonical.append(entry.source)
    canonical.append(entry.metric)
    canonical.append(entry.records)
  }
  for (source, lines) in try usage.skippedLines() {
    for text in [source, lines.file, lines.problem] { canonical.append(text) }
    canonical.append(lines.count)
    for line in lines.examples { canonical.append(Int64(line)) }
    canonical.append(Int64(lines.examples.count))
    canonical.append(lines.days.map { "\($0.lowerBound) \($0.upperBound)" } ?? "")
  }
  let pulledDays = try pulls.days()
  canonical.append(Int64(pulledDays.count))
  for day in pulledDays {
    canonical.append(day.source)
    canonical.append(Int64(day.day.daysSince1970))
    canonical.append(Int64(day.askedOn.daysSince1970))
    canonical.append(day.revision.map { "\($0.on) \($0.rowsBefore) \($0.tokensBefore)" } ?? "")
    canonical.append(day.lastIngested.map { "\($0.ticks)" } ?? "")
  }
  for (source, days) in try pulls.refusedDays().sorted(by: { $0.key < $1.key }) {
    canonical.append(source)
    canonical.append(Int64(days.count))
    for day in days { canonical.append(Int64(day.daysSince1970)) }
  }
  canonical.append(rules.asOf.map(\.description) ?? "")
  canonical.append(Int64(rules.lookback))
  canonical.append(rules.people.word)
  if case .pseudonyms(let key) = rules.people { canonical.append(key.cacheMark) }
  for source in rules.sources {
    canonical.append(source.name)
    canonical.append(source.from.map(\.description) ?? "")
    canonical.append(source.until.map(\.description) ?? "")
    canonical.append(source.counts)
    canonical.append(source.isPulled ? "pulled" : "")
  }
  for text in [rules.folderDigest, rules.currency, rules.timeZone] { canonical.append(text) }
  return sha256Hex(canonical.bytes)
}
