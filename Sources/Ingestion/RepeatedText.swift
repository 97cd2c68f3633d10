import Foundation

/// What a text was read as the last time: records next to each other repeat most texts.
struct RepeatedText<Value> {
  private var text: [UInt8] = []
  private var value: Value?

  /// nil where `text` is not the last one.
  func value(of text: UnsafeRawBufferPointer) -> Value? {
    guard let value, text.count == self.text.count else { return nil }
    let isSame = self.text.withUnsafeBytes { known in
      guard let known = known.baseAddress, let text = text.baseAddress else { return true }
      return memcmp(known, text, self.text.count) == 0
    }
    return isSame ? value : nil
  }

  mutating func remember(_ value: Value, of text: UnsafeRawBufferPointer) {
    self.value = value
    if text.count == self.text.count {
      self.text.withUnsafeMutableBytes { $0.copyMemory(from: text) }
    } else {
      self.text = Array(text)
    }
  }
}
