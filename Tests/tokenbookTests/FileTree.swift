import Foundation

/// Every file below a folder with its bytes.
func fileTree(_ folder: URL) throws -> [String: Data] {
  var tree: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let file = folder.appending(path: path)
    let kind = try FileManager.default.attributesOfItem(atPath: file.path)[.type]
    if kind as? FileAttributeType == .typeRegular { tree[path] = try Data(contentsOf: file) }
  }
  return tree
}

/// What tells two trees apart, one line a file, so that a failure can be read.
func differences(_ first: [String: Data], _ second: [String: Data]) -> [String] {
  Set(first.keys).union(second.keys).sorted().compactMap { path in
    switch (first[path], second[path]) {
    case (let one?, let other?):
      guard one != other else { return nil }
      let same = zip(one, other).prefix { $0 == $1 }.count
      let excerpts = [one, other].map { bytes in
        String(decoding: bytes.dropFirst(max(same - 30, 0)).prefix(60), as: UTF8.self)
      }
      return "\(path), byte \(same): \(excerpts)"
    case (.some, nil): return "\(path) is only in the first"
    case (nil, _): return "\(path) is only in the second"
    }
  }
}
