/// FNV-1a, 128 bits: what is remembered of a record's id.
///
/// - SeeAlso: <http://www.isthe.com/chongo/tech/comp/fnv/>
func itemHash(_ id: UnsafeRawBufferPointer) -> UInt128 {
  var hash = offsetBasis
  for byte in id { hash = (hash ^ UInt128(byte)) &* prime }
  return hash
}

private let offsetBasis = UInt128(0x6C62_272E_07BB_0142) << 64 | 0x62B8_2175_6295_C58D
/// 2^88 + 2^8 + 0x3B.
private let prime = UInt128(1) << 88 | 0x13B
