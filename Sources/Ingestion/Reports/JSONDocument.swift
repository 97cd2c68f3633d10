import CSimdjson

/// One JSON document at a time, looked into as a whole.
struct JSONDocument: ~Copyable {
  private let parser: OpaquePointer

  init() throws(IngestionError) {
    guard let parser = jsonParserCreate() else { throw .outOfMemory }
    self.parser = parser
  }

  deinit { jsonParserDestroy(parser) }

  /// - Parameter bytes: Followed by `JSONDocumentPadding` readable bytes.
  /// - Returns: The root, valid until the next document is read.
  func read(_ bytes: UnsafeRawBufferPointer) throws(RecordProblem) -> JSONElement {
    var root = JSONElement()
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    switch jsonParse(parser, start, bytes.count, &root) {
    case JSONParsed: return root
    case JSONNotUTF8: throw .notUTF8
    case JSONNotNumber: throw .report(.notNumber)
    case JSONOutOfMemory: throw .outOfMemory
    default: throw .report(.notJSON)
    }
  }

  /// The element as JSON without spaces; valid until the next call.
  func minified(_ element: JSONElement) -> UnsafeRawBufferPointer {
    jsonMinified(parser, element).bytes
  }

  /// What the object is about, without what it counts; valid until the next call.
  func labels(of object: JSONElement) -> UnsafeRawBufferPointer {
    jsonLabels(parser, object).bytes
  }

  /// A whole number; nil where there is none, or null for it.
  /// - Parameter permitsText: Whether it may stand in quotes, as 64-bit integers of OTLP do.
  func count(
    _ element: JSONElement, named field: String, permitsText: Bool = false
  ) throws(RecordProblem) -> Int64? {
    switch element.kind {
    case JSONAbsent, JSONNull: return nil
    case JSONString where permitsText:
      return try Ingestion.count(jsonString(element).bytes, named: field)
    case JSONObject, JSONArray: throw .notSingle(field)
    default: return try Ingestion.count(minified(element), named: field)
    }
  }

  /// The number of a text or number as one of the answer's texts; 0 where there is none.
  func number(
    of element: JSONElement, named field: String, in groups: inout UsageGroups
  ) throws(RecordProblem) -> Int32 {
    switch element.kind {
    case JSONAbsent, JSONNull: return 0
    case JSONString: return groups.number(of: jsonString(element).bytes)
    case JSONObject, JSONArray: throw .notSingle(field)
    default: return groups.number(of: minified(element))
    }
  }
}

extension JSONElement {
  var kind: JSONKind { jsonKind(self) }

  /// Of an array, in order; nothing for anything else.
  var elements: some Sequence<JSONElement> {
    IteratorSequence(JSONArrayIterator(rest: jsonElements(self)))
  }

  /// Whether it is this text.
  func isText(_ expected: StaticString) -> Bool {
    jsonString(self).bytes.elementsEqual(
      UnsafeRawBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount))
  }
}

private struct JSONArrayIterator: IteratorProtocol {
  var rest: JSONElements

  mutating func next() -> JSONElement? {
    var element = JSONElement()
    return jsonNext(&rest, &element) ? element : nil
  }
}

extension JSONText {
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: length) }
}
