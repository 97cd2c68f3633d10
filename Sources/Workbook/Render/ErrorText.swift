import Foundation

/// The sentence of an error from another target.
func problem(of error: any Error) -> String {
  (error as? any LocalizedError)?.errorDescription ?? "\(error)"
}
