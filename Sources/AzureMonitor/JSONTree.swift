/// A JSON value of a few members: everything of an answer but its rows.
indirect enum JSONTree: Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  subscript(_ key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  var elements: [JSONTree] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var isTrue: Bool { self == .bool(true) }
}

/// Puts a tree together from the events of its text.
struct JSONTreeBuilder {
  private struct Node {
    /// What the node is called in its parent, where that is an object.
    let key: String?
    let isObject: Bool
    var members: [String: JSONTree] = [:]
    var elements: [JSONTree] = []
    /// The key whose value comes next.
    var nextKey: String?
  }

  private var nodes: [Node] = []
  private(set) var root: JSONTree?

  /// How many containers are open.
  var depth: Int { nodes.count }

  /// The key, in its parent, of the open container at a depth from 0.
  func key(atDepth depth: Int) -> String? { nodes[depth].key }
  func isObject(atDepth depth: Int) -> Bool { nodes[depth].isObject }
  /// The key whose value comes next.
  var nextKey: String? { nodes.last?.nextKey }
  /// A member of the innermost open object.
  func member(_ key: String) -> JSONTree? { nodes.last?.members[key] }

  mutating func receive(_ event: JSONEvent) {
    switch event {
    case .beginObject: nodes.append(Node(key: nextKey, isObject: true))
    case .beginArray: nodes.append(Node(key: nextKey, isObject: false))
    case .endObject:
      if let node = nodes.popLast() { add(.object(node.members)) }
    case .endArray:
      if let node = nodes.popLast() { add(.array(node.elements)) }
    case .key(let text): nodes[nodes.count - 1].nextKey = String(decoding: text, as: UTF8.self)
    case .string(let text): add(.string(String(decoding: text, as: UTF8.self)))
    case .number(let text): add(.number(String(decoding: text, as: UTF8.self)))
    case .bool(let value): add(.bool(value))
    case .null: add(.null)
    }
  }

  private mutating func add(_ value: JSONTree) {
    guard let last = nodes.indices.last else {
      root = value
      return
    }
    if nodes[last].isObject {
      if let key = nodes[last].nextKey { nodes[last].members[key] = value }
      nodes[last].nextKey = nil
    } else {
      nodes[last].elements.append(value)
    }
  }
}
