import Foundation
import NIOSSL

/// The certificates of a PEM file.
func trustedCertificates(inFile path: String) throws(TransportError) -> [NIOSSLCertificate] {
  guard let contents = FileManager.default.contents(atPath: path) else {
    throw .certificateFileUnreadable(path)
  }
  let certificates = try? NIOSSLCertificate.fromPEMBytes(Array(contents))
  guard let certificates, !certificates.isEmpty else { throw .noCertificateInFile(path) }
  return certificates
}
