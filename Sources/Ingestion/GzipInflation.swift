import CZlib
import Foundation

/// Why a compressed file cannot be read.
package enum GzipProblem: Error, Hashable {
  case cutOff
  /// - reason: In zlib's words, or ours.
  case damaged(reason: String)
  case expandsTooFar
}

/// Expands the members of a gzip file, one behind the other, a buffer at a time.
///
/// As gzip does, it takes zeros behind the last member for padding.
/// - SeeAlso: RFC 1952
struct GzipInflation: ~Copyable {
  /// What a file may expand to whatever its size, bytes.
  static let alwaysPermitted: Int64 = 1 << 24
  /// How many times its size a larger file may expand to. Repetitive metrics reach a tenth of it.
  static let mostExpansion: Int64 = 500

  private enum Place {
    case inMember
    case betweenMembers
    case inPadding
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var place = Place.inMember
  private var bytesTaken: Int64
  private var bytesExpanded: Int64 = 0

  /// - Parameter start: The bytes that were read to find out that it is a gzip file.
  init(startingWith start: UnsafeRawBufferPointer) throws(GzipProblem) {
    input = .allocate(byteCount: max(start.count, 1 << 16), alignment: 16)
    input.copyMemory(from: start)
    bytesTaken = Int64(start.count)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(start.count)
    // 15 bits of window, and 16 for a gzip header.
    let size = Int32(MemoryLayout<z_stream>.size)
    if inflateInit2_(stream, 31, ZLIB_VERSION, size) != Z_OK {
      throw .damaged(reason: "there is not enough memory to expand it")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Expands until the buffer is full or the file ends.
  /// - Parameter refill: Reads compressed bytes; 0 at the end of the file.
  /// - Returns: The bytes expanded.
  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer,
    refill: (UnsafeMutableRawBufferPointer) throws(IngestionError) -> Int, path: String
  ) throws(IngestionError) -> Int {
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: buffer.count)
    let wanted = Int(stream.pointee.avail_out)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        let count = try refill(input)
        bytesTaken += Int64(count)
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
        if count == 0 {
          if place == .inMember { throw .gzip(.cutOff, path: path) }
          break
        }
      }
      do throws(GzipProblem) { try step() } catch { throw .gzip(error, path: path) }
    }
    let count = wanted - Int(stream.pointee.avail_out)
    bytesExpanded += Int64(count)
    if bytesExpanded > Self.alwaysPermitted + Self.mostExpansion * bytesTaken {
      throw .gzip(.expandsTooFar, path: path)
    }
    return count
  }

  private mutating func step() throws(GzipProblem) {
    if place != .inMember, let next = stream.pointee.next_in {
      if next.pointee == 0 {
        place = .inPadding
        stream.pointee.next_in += 1
        stream.pointee.avail_in -= 1
        return
      }
      // What begins with the first byte of a member has to be one.
      guard place == .betweenMembers, next.pointee == 0x1F else {
        throw .damaged(reason: "something else follows the compressed data")
      }
      inflateReset(stream)
      place = .inMember
    }
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_STREAM_END: place = .betweenMembers
    case Z_OK, Z_BUF_ERROR: break
    default:
      throw .damaged(
        reason: stream.pointee.msg.map { String(cString: $0) } ?? "it cannot be expanded")
    }
  }
}
