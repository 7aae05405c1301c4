import HTTPTypes

/// The headers that every response has, also one that the parser of HTTP gives.
struct CommonHeaders: Sendable {
  /// What pages may call the service; nil for none.
  let allowedOrigin: String?
  private static let referrerPolicy = HTTPField.Name("Referrer-Policy")

  /// - Parameter allowedOrigin: the setting `allow-origin`.
  init(allowedOrigin: String) {
    self.allowedOrigin = allowedOrigin.isEmpty || allowedOrigin == "none" ? nil : allowedOrigin
  }

  /// Adds them; a policy for content or caches that is there stays.
  func add(to fields: inout HTTPFields) {
    if let allowedOrigin {
      fields[.accessControlAllowOrigin] = allowedOrigin
      // A page that is told to come back later or to bring a key may read so.
      fields[.accessControlExposeHeaders] = "Retry-After, WWW-Authenticate"
    }
    fields[.xContentTypeOptions] = "nosniff"
    if let name = Self.referrerPolicy { fields[name] = "no-referrer" }
    if fields[.contentSecurityPolicy] == nil {
      fields[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
    }
    if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
  }

  /// Whether these fields are those of an answer that has not come by way of `add`.
  static func areMissing(in fields: HTTPFields) -> Bool { fields[.xContentTypeOptions] == nil }
}
