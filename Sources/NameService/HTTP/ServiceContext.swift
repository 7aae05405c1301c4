package import Hummingbird
package import Logging
import NIOCore

/// What is known of a request besides its head and body.
package struct ServiceContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Who asks: an address, or a key's place in the list of keys.
  package var client: String

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    client = source.channel.remoteAddress?.ipAddress ?? "local"
  }

  /// A context without a connection.
  package init(client: String, logger: Logger) {
    coreContext = CoreRequestContextStorage(source: Detached(logger: logger))
    self.client = client
  }

  private struct Detached: RequestContextSource {
    let logger: Logger
  }
}
