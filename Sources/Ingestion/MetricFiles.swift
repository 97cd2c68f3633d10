import Foundation
import UsageModel

/// The files to read for `paths`: files as given, folders with the files below them.
///
/// In a folder, the files with the format's endings count, with `.gz` behind them or without, ordered
/// by path; hidden ones do not. A
/// file that several paths or links lead to is read once: twice would count its usage twice.
package func metricFiles(
  at paths: [String], format: SourceFormat
) throws(IngestionError) -> [String] {
  var search = MetricFileSearch(endings: format.endings)
  for path in paths { try search.add(path) }
  return search.files
}

extension SourceFormat {
  fileprivate var endings: [String] {
    switch self {
    case .azureMonitorExport, .openTelemetry, .openAIUsage, .anthropicUsage:
      [".json", ".jsonl", ".ndjson"]
    case .csv, .liteLLMDailySpend: [".csv"]
    }
  }
}

private struct MetricFileSearch {
  let endings: [String]
  private(set) var files: [String] = []
  private var seen: Set<FileIdentity> = []

  init(endings: [String]) {
    self.endings = endings
  }

  mutating func add(_ path: String) throws(IngestionError) {
    guard let found = FileIdentity(path) else {
      if errno == ENOENT || errno == ENOTDIR { throw .pathMissing(path) }
      throw .unreadable(path: path, reason: reasonOfLastError())
    }
    if !found.isFolder {
      if seen.insert(found).inserted { files.append(path) }
      return
    }
    var below: [(path: String, identity: FileIdentity)] = []
    var folders: Set<FileIdentity> = [found]
    try collect(in: path, &below, &folders)
    if below.isEmpty { throw .folderWithoutFiles(path, endings: endings) }
    below.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in below where seen.insert(file.identity).inserted { files.append(file.path) }
  }

  /// - Parameter folders: Those entered, so that a link back ends the descent.
  private func collect(
    in folder: String, _ below: inout [(path: String, identity: FileIdentity)],
    _ folders: inout Set<FileIdentity>
  ) throws(IngestionError) {
    for name in try entries(of: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let isMetricFile = hasEnding(name)
      guard let found = FileIdentity(path) else {
        // A link that leads nowhere: usage is missing where its name says there is some.
        if isMetricFile { throw .pathMissing(path) }
        continue
      }
      if found.isFolder {
        if folders.insert(found).inserted { try collect(in: path, &below, &folders) }
      } else if isMetricFile {
        below.append((path, found))
      }
    }
  }

  /// In any case, compressed or not.
  private func hasEnding(_ name: String) -> Bool {
    let lowercased = name.lowercased()
    let plain = lowercased.hasSuffix(".gz") ? lowercased.dropLast(3) : lowercased[...]
    return endings.contains { plain.hasSuffix($0) }
  }

  private func entries(of folder: String) throws(IngestionError) -> [String] {
    guard let directory = opendir(folder) else {
      throw .unreadable(path: folder, reason: reasonOfLastError())
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}

private struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64
  let isFolder: Bool

  /// - Returns: nil where the path leads nowhere; `errno` says why.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}
