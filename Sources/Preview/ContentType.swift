/// The `Content-Type` of a file of the site, by the end of its name.
func contentType(ofFile name: String) -> String {
  switch name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
  case "html": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js": "text/javascript; charset=utf-8"
  case "svg": "image/svg+xml; charset=utf-8"
  case "csv": "text/csv; charset=utf-8"
  case "json": "application/json; charset=utf-8"
  case "txt": "text/plain; charset=utf-8"
  case "png": "image/png"
  default: "application/octet-stream"
  }
}
