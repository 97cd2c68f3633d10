import CSimdjson

/// The members that are looked for in objects of one kind.
struct JSONKeys: ~Copyable {
  let names: [String]
  private let texts: UnsafeMutableBufferPointer<JSONText>
  private let bytes: UnsafeMutableBufferPointer<CChar>

  init(_ names: [String]) {
    self.names = names
    let all = names.flatMap { $0.utf8.map(CChar.init(bitPattern:)) }
    bytes = .allocate(capacity: all.count)
    _ = bytes.initialize(from: all)
    texts = .allocate(capacity: names.count)
    var start = 0
    for (index, name) in names.enumerated() {
      let text = bytes[start..<(start + name.utf8.count)]
      texts.initializeElement(
        at: index,
        to: JSONText(
          start: UnsafePointer(UnsafeMutableBufferPointer(rebasing: text).baseAddress),
          length: name.utf8.count))
      start += name.utf8.count
    }
  }

  deinit {
    texts.deallocate()
    bytes.deallocate()
  }

  /// What the object has under each name, in their order; an absent member is no element.
  /// - Throws: ``RecordProblem/repeated(_:)``: which of the two would count is not known.
  func members(of object: JSONElement) throws(RecordProblem) -> [JSONElement] {
    var found = [JSONElement](repeating: JSONElement(), count: names.count)
    let repeated = jsonMembers(object, texts.baseAddress, names.count, &found)
    if repeated < names.count { throw .repeated(names[repeated]) }
    return found
  }
}
