import ArgumentParser
import CoreMetrics
import Dispatch
import FoundationEssentials
import Logging
import NameSearch
import NameService
import Synchronization

/// `ism serve`.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer over HTTP: a web page, a JSON interface, and OpenRefine's reconciliation.",
    discussion: """
      Without flags it serves the carried lexicon on this machine alone: http://127.0.0.1:8080/ is the page,
      http://127.0.0.1:8080/reconcile what OpenRefine asks for, /openapi.json the whole interface.

      A setting is taken from its flag, else from the environment (ISM_PORT), else from the file given with --config.
      SIGHUP reads the lexicons again, SIGTERM stops when requests have been answered.

      Examples:
        ism serve
        ism serve --lexicon people.ism --port 9000
        ism serve --host 0.0.0.0 --keys-file keys.txt --set max-time=5
        ISM_LEXICON=people.ism ism serve --config service.conf
      """)

  @OptionGroup(title: "Settings") var options: ServeOptions

  func run() throws {
    let service = try makeService()
    // The command is synchronous; the service is not, and ends by a signal.
    let end = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    Task {
      do { try await service.run() } catch { outcome.failure.withLock { $0 = "\(error)" } }
      end.signal()
    }
    end.wait()
    if let failure = outcome.failure.withLock({ $0 }) { throw Failure("the service ended: \(failure)") }
  }

  private func makeService() throws -> NameService {
    do {
      let settings = try ServiceSettings(
        flags: try options.values(), environment: ProcessInfo.processInfo.environment, file: options.config)
      LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
      var logger = Logger(label: "ism")
      logger.logLevel = settings.logLevel
      let metrics = PrometheusMetrics()
      MetricsSystem.bootstrap(metrics)
      return try NameService(settings, version: programVersion, logger: logger, metrics: metrics)
    } catch let error as SettingsError {
      throw Failure(error.description)
    } catch let error as LexiconError {
      throw Failure(error.description)
    }
  }
}

/// How the service ended.
private final class Outcome: Sendable {
  let failure = Mutex<String?>(nil)
}
