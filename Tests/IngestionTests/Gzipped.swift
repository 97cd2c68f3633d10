import CZlib

/// One gzip member that holds `content`.
func gzipped(_ content: [UInt8], level: Int32 = 6) -> [UInt8] {
  var content = content
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  deflateInit2_(&stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
  var member = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
  let capacity = member.count
  let count = content.withUnsafeMutableBufferPointer { input in
    member.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(capacity)
      deflate(&stream, Z_FINISH)
      return capacity - Int(stream.avail_out)
    }
  }
  deflateEnd(&stream)
  return Array(member[..<count])
}

func gzipped(_ text: String, level: Int32 = 6) -> [UInt8] {
  gzipped(Array(text.utf8), level: level)
}
