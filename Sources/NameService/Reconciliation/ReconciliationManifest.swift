/// What the service is, for clients of version 0.2.
struct ReconciliationManifest: Encodable {
  struct Link: Encodable {
    let url: String
  }

  struct Preview: Encodable {
    let url: String
    let width: Int
    let height: Int
  }

  struct Place: Encodable {
    let service_url: String
    let service_path: String
    var flyout_service_url: String?
    var flyout_service_path: String?
  }

  struct Suggest: Encodable {
    let entity: Place
    let type: Place
    let property: Place
  }

  struct Setting: Encodable {
    let name: String
    let label: String
    let type: String
    let `default`: JSONValue
    let help_text: String
    var choices: [Choice]?
  }

  struct Choice: Encodable {
    let value: String
    let name: String
  }

  struct Extend: Encodable {
    let propose_properties: Place
    let property_settings: [Setting]
  }

  let versions = ["0.2"]
  let name = "Ism"
  let identifierSpace: String
  let schemaSpace: String
  let documentation: String
  let serviceVersion: String
  let batchSize: Int
  let view: Link
  let defaultTypes: [TypeAnswer]
  let suggest: Suggest
  let preview: Preview
  let extend: Extend
  let authentication: [String: String]?

  init(_ service: NameService, base: String) {
    identifierSpace = base + "/entities/"
    schemaSpace = base + "/reconcile/types/"
    documentation = base + "/"
    serviceVersion = service.version
    batchSize = Self.batchSize(service)
    view = Link(url: base + "/?id={{id}}")
    defaultTypes = TypeAnswer.standard(service.kinds)
    func place(_ name: String) -> Place {
      Place(
        service_url: base, service_path: "/reconcile/suggest/\(name)", flyout_service_url: base,
        flyout_service_path: "/reconcile/flyout/\(name)?id=${id}")
    }
    suggest = Suggest(entity: place("entity"), type: place("type"), property: place("property"))
    preview = Preview(
      url: base + "/reconcile/preview?id={{id}}", width: EntityPage.width, height: EntityPage.height)
    extend = Extend(
      propose_properties: Place(service_url: base, service_path: "/reconcile/extend/propose"),
      property_settings: Self.settings)
    authentication = Self.authentication(service)
  }

  /// The most queries that a client should send at once: a batch must be answered in the time of one request.
  static func batchSize(_ service: NameService) -> Int { min(service.settings.limits.batch, 50) }

  /// Keys come in a header, which the manifest can only call an API key.
  static func authentication(_ service: NameService) -> [String: String]? {
    service.keys.areRequired ? ["type": "apiKey", "name": "Authorization", "in": "header"] : nil
  }

  private static let settings = [
    Setting(
      name: "limit", label: "Limit", type: "number", default: 0,
      help_text: "The most values of one entity; 0 for all", choices: nil),
    Setting(
      name: "language", label: "Language", type: "text", default: "",
      help_text: "Only values with this BCP 47 tag, such as ar or ar-Latn; empty for all", choices: nil),
    Setting(
      name: "scheme", label: "Romanization", type: "select", default: "ala-lc",
      help_text: "The scheme of the property 'romanized'",
      choices: NameOperation.writableSchemes.map { Choice(value: $0, name: $0) }),
  ]
}

/// A type in a manifest.
struct TypeAnswer: Encodable, Sendable {
  let id: String
  let name: String

  /// The widest kinds.
  static func standard(_ kinds: KindTree) -> [TypeAnswer] {
    kinds.kinds.filter(\.parent.isEmpty).map { TypeAnswer(id: $0.id, name: KindTree.name($0.id)) }
  }
}

/// What the service is, for clients of the 1.0 draft.
struct ReconciliationDraftManifest: Encodable {
  struct Suggest: Encodable {
    let entity = true
    let property = true
    let type = true
  }

  struct Preview: Encodable {
    let width = EntityPage.width
    let height = EntityPage.height
  }

  struct Setting: Encodable {
    let id: String
    let name: String
    let type: String
    let `default`: JSONValue
    let helpText: String
    var choices: [ReconciliationManifest.Choice]?
  }

  struct Extend: Encodable {
    let proposeProperties = true
    let propertySettings: [Setting]
  }

  let versions = ["1.0-draft"]
  let name = "Ism"
  let lang = "en"
  let dir = "ltr"
  let documentation: String
  let serviceVersion: String
  let batchSize: Int
  let standardizedScore = true
  let view: ReconciliationManifest.Link
  let defaultTypes: [TypeAnswer]
  let suggest = Suggest()
  let preview = Preview()
  let extend: Extend
  let authentication: [String: String]?

  init(_ service: NameService, base: String) {
    let older = ReconciliationManifest(service, base: base)
    documentation = older.documentation
    serviceVersion = older.serviceVersion
    batchSize = older.batchSize
    view = ReconciliationManifest.Link(url: base + "/?id={id}")
    defaultTypes = older.defaultTypes
    authentication = older.authentication
    extend = Extend(
      propertySettings: older.extend.property_settings.map {
        Setting(
          id: $0.name, name: $0.label, type: $0.type, default: $0.default, helpText: $0.help_text,
          choices: $0.choices)
      })
  }
}
