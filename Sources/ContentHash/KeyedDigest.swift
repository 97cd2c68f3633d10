import Crypto

/// The HMAC-SHA256 of a message (RFC 2104), 32 bytes: nobody without the key can compute it.
package func hmacSHA256(
  _ message: some Sequence<UInt8>, key: some Sequence<UInt8>
) -> [UInt8] {
  Array(
    HMAC<SHA256>.authenticationCode(
      for: Array(message), using: SymmetricKey(data: Array(key))))
}
