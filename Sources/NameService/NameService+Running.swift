import CoreMetrics
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

extension NameService {
  /// Serves until it is told to stop by SIGTERM or SIGINT.
  ///
  /// SIGHUP reads the lexicons again. Stopping lets requests that are being answered end.
  package func run() async throws {
    System.raiseFileLimit()
    // A client that goes away is an error of its connection, not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    let application = Application(
      router: router(),
      server: HTTPServerBuilder { responder in
        GuardedChannel(
          http: HTTP1Channel(
            responder: responder,
            configuration: .init(additionalChannelHandlers: [self.makeConnectionGuard()])))
      },
      configuration: .init(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections)),
      onServerRunning: { channel in self.announce(channel) },
      logger: quietLogger)
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(service: Reloading(service: self), successTerminationBehavior: .ignore),
        .init(service: application),
      ], gracefulShutdownSignals: [.sigterm, .sigint], logger: quietLogger)
    // A request may take its time; nothing holds the process longer.
    configuration.maximumGracefulShutdownDuration = .seconds(settings.limits.seconds + 5)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch {
      await pool.stop()
      throw explained(error)
    }
    await pool.stop()
    logger.notice("stopped")
  }

  /// Says where it could not listen; other errors stay as they are.
  private func explained(_ error: any Error) -> any Error {
    guard let error = error as? IOError else { return error }
    let reason = unsafe String(cString: strerror(error.errnoCode))
    return SettingsError(
      "cannot listen on \(settings.host), port \(settings.port): \(reason); choose with --host and --port")
  }

  private func makeConnectionGuard() -> ConnectionGuard {
    ConnectionGuard(
      time: .seconds(Int64(settings.limits.seconds)), idleTime: .seconds(Int64(settings.limits.idleSeconds)),
      headers: headers
    ) { problem, client in
      self.measures.count(nil, "unknown", problem.status, .zero)
      self.logger.info(
        "no request", metadata: ["status": "\(problem.status.code)", "client": "\(client)"])
    }
  }

  /// The frameworks' own messages, without those of every connection.
  private var quietLogger: Logger {
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    return quiet
  }

  private func announce(_ channel: any Channel) {
    let port = channel.localAddress?.port ?? settings.port
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    logger.notice("listening", metadata: ["url": "http://\(host):\(port)/", "names": "\(nameCount)"])
  }
}

/// Reads the lexicons again on SIGHUP, and tells the service when it is to stop.
private struct Reloading: Service {
  let service: NameService

  func run() async throws {
    await withGracefulShutdownHandler {
      for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
        // Opening a lexicon is quick; what is wrong is in the log.
        try? service.reload()
      }
    } onGracefulShutdown: {
      service.beginStopping()
    }
  }
}
