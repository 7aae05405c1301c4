import HTTPTypes
import Hummingbird
import Testing

@testable import NameService

/// `/openapi.json` says what the routes do; whether it is valid OpenAPI an independent validator says (`Tests/Conformance`).
@Suite struct OpenAPITests {
  @Test func documentHasTheRoutesAndNoOther() async throws {
    let service = try TestService(["enable-reload": "true"])
    let document = try await service.get("/openapi.json").json
    var documented: Set<String> = []
    for (path, methods) in document["paths"].object ?? [:] {
      for method in (methods.object ?? [:]).keys { documented.insert("\(method.uppercased()) \(path)") }
    }
    // HEAD goes with every GET.
    let routes = service.service.router().routes.filter { $0.method != .head }.map {
      "\($0.method.rawValue) \($0.path)"
    }
    #expect(Set(routes) == documented)
    #expect(routes.count == documented.count)
    #expect(routes.count > 30)
  }

  @Test func documentHasTheParametersOfTheEndpoints() async throws {
    let document = try await TestService().get("/openapi.json").json
    for endpoint in NameService.endpoints {
      let operation = document["paths"][endpoint.path][endpoint.method.rawValue.lowercased()]
      let names = (operation["parameters"].array ?? []).compactMap { $0["name"].string }
      #expect(names == endpoint.pathParameters + endpoint.parameters.map(\.name), "\(endpoint.path)")
    }
  }

  @Test func referencesLeadSomewhere() async throws {
    let document = try await TestService().get("/openapi.json").json
    var found: Set<String> = []
    func visit(_ value: JSONValue) {
      switch value {
      case .object(let fields):
        if let reference = fields["$ref"]?.string { found.insert(reference) }
        fields.values.forEach(visit)
      case .array(let values): values.forEach(visit)
      default: break
      }
    }
    visit(document)
    let schemas = document["components"]["schemas"].object ?? [:]
    #expect(found == Set(schemas.keys.map { "#/components/schemas/\($0)" }))
  }

  @Test func serverIsWhereClientsSeeIt() async throws {
    #expect(try await TestService().get("/openapi.json").json["servers"] == [["url": "/"]])
    let proxied = try TestService(["base-url": "https://example.org/names/"])
    #expect(
      try await proxied.get("/openapi.json").json["servers"] == [["url": "https://example.org/names"]])
  }

  @Test func operationsHaveNamesOfTheirOwn() async throws {
    let document = try await TestService().get("/openapi.json").json
    let names = (document["paths"].object ?? [:]).values.flatMap { path in
      (path.object ?? [:]).values.compactMap { $0["operationId"].string }
    }
    #expect(Set(names).count == names.count)
  }
}
