import HTTPTypes

/// Makes the OpenAPI document of the endpoints; the schemas of answers are in `schemas.json`.
enum OpenAPI {
  /// The document (OpenAPI 3.1.0).
  static func document(_ endpoints: [Endpoint], version: String, server: String) -> JSONValue {
    var paths: [String: JSONValue] = [:]
    for endpoint in endpoints {
      var path = paths[endpoint.path]?.object ?? [:]
      path[endpoint.method.rawValue.lowercased()] = operation(endpoint)
      paths[endpoint.path] = .object(path)
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Ism", "version": .string(version),
        "summary": "Finds who or what a name means, whatever script or spelling it is written in.",
        "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": .string(server)]],
      "tags": .array(
        ["names", "reconciliation", "matching", "operation", "page"].map { ["name": .string($0)] }),
      "paths": .object(paths),
      "components": [
        "schemas": PageFile.schemas.json,
        "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
      ],
    ]
  }

  private static func operation(_ endpoint: Endpoint) -> JSONValue {
    var operation: [String: JSONValue] = [
      "operationId": .string(identifier(endpoint)), "tags": [.string(endpoint.group)],
      "summary": .string(endpoint.summary), "responses": responses(endpoint),
      // Keys are needed only where the service was given some.
      "security": endpoint.access == .open ? [] : [["key": []], [:]],
    ]
    var parameters: [JSONValue] = endpoint.pathParameters.map {
      ["name": .string($0), "in": "path", "required": true, "schema": ["type": "string"]]
    }
    parameters += endpoint.parameters.map { parameter in
      [
        "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
        "description": .string(parameter.summary), "schema": parameter.schema,
      ]
    }
    if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
    switch endpoint.body {
    case .json(let schema):
      operation["requestBody"] = ["required": true, "content": ["application/json": ["schema": schema]]]
    case .form:
      let fields = endpoint.parameters.map { ($0.name, $0.schema) }
      let schema: JSONValue = [
        "type": "object", "properties": .object(Dictionary(fields, uniquingKeysWith: { first, _ in first })),
      ]
      operation["requestBody"] = ["content": ["application/x-www-form-urlencoded": ["schema": schema]]]
    case nil: break
    }
    return .object(operation)
  }

  private static func responses(_ endpoint: Endpoint) -> JSONValue {
    let content: JSONValue =
      switch endpoint.answer {
      case .json(let schema):
        ["application/json": ["schema": ["$ref": .string("#/components/schemas/\(schema)")]]]
      case .text(let type): [type: ["schema": ["type": "string"]]]
      }
    return [
      "200": ["description": "The answer.", "content": content],
      "default": [
        "description": "Why there is no answer.",
        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
      ],
    ]
  }

  /// Unique in the document: `getEntitiesId`.
  private static func identifier(_ endpoint: Endpoint) -> String {
    let words = endpoint.path.split { !$0.isLetter && !$0.isNumber }.map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
    return endpoint.method.rawValue.lowercased() + (words.isEmpty ? "Page" : words.joined())
  }
}
