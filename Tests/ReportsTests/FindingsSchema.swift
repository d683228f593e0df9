import Foundation
import Testing

/// A validator of JSON Schema, draft 4, for the keywords that the schema of SARIF uses.
///
/// It is written from the draft (Galiegue, Zyp, "JSON Schema: interactive and non interactive
/// validation", 2013) and knows nothing of the code under test. A keyword that it does not know is
/// an error, so that nothing is passed over in silence.
struct FindingsSchema {
  private let root: [String: Any]

  /// The schema of SARIF 2.1.0, with the correction that the fixture's README tells of.
  static func sarif() throws -> FindingsSchema {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/sarif-2.1.0-rtm.4.json")
    let data = try Data(contentsOf: file)
    var root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var definitions = try #require(root["definitions"] as? [String: Any])
    var suppression = try #require(definitions["suppression"] as? [String: Any])
    var properties = try #require(suppression["properties"] as? [String: Any])
    let state = properties.removeValue(forKey: "state") as? [String: Any]
    let status: [String: Any] = try #require(state)
    properties["status"] = status
    suppression["properties"] = properties
    definitions["suppression"] = suppression
    root["definitions"] = definitions
    return FindingsSchema(root: root)
  }

  /// What is wrong with a document; nothing if it is valid.
  func faults(in document: Any) -> [String] { faults(in: document, root, "$") }

  private static let annotations: Set<String> = [
    "$schema", "id", "title", "description", "default", "definitions", "properties",
    "additionalProperties", "format",
  ]

  private func faults(in value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    // Beside a reference nothing else counts.
    if let reference = schema["$ref"] as? String { return faults(in: value, reference, path) }
    var faults: [String] = []
    for keyword in schema.keys.sorted() where !Self.annotations.contains(keyword) {
      faults += check(keyword, schema[keyword] ?? NSNull(), value, path)
    }
    if let object = value as? [String: Any] { faults += members(object, schema, path) }
    if let format = schema["format"] as? String { faults += check(format: format, value, path) }
    return faults
  }

  private func faults(in value: Any, _ reference: String, _ path: String) -> [String] {
    let name = reference.dropFirst("#/definitions/".count)
    guard let definitions = root["definitions"] as? [String: Any],
      let schema = definitions[String(name)] as? [String: Any]
    else { return ["\(path): the schema has no \(reference)"] }
    return faults(in: value, schema, path)
  }

  private func check(
    _ keyword: String, _ rule: Any, _ value: Any, _ path: String
  ) -> [String] {
    switch keyword {
    case "type":
      let types = rule as? [String] ?? [rule as? String ?? ""]
      return types.contains { Self.isOf($0, value) } ? [] : ["\(path): is not \(types)"]
    case "enum":
      let allowed = (rule as? [Any] ?? []).map { "\($0)" }
      return allowed.contains("\(value)") ? [] : ["\(path): is not one of \(allowed)"]
    case "required":
      guard let object = value as? [String: Any] else { return [] }
      return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): lacks \($0)" }
    case "minItems":
      guard let array = value as? [Any] else { return [] }
      return array.count >= rule as? Int ?? .max ? [] : ["\(path): has too few items"]
    case "uniqueItems":
      guard let array = value as? [Any], rule as? Bool == true else { return [] }
      return Set(array.map { "\($0)" }).count == array.count ? [] : ["\(path): has one item twice"]
    case "items":
      guard let array = value as? [Any], let schema = rule as? [String: Any] else { return [] }
      return array.enumerated().flatMap { faults(in: $1, schema, "\(path)[\($0)]") }
    case "minimum", "maximum":
      guard let number = value as? Double, let bound = rule as? Double else { return [] }
      let fits = keyword == "minimum" ? number >= bound : number <= bound
      return fits ? [] : ["\(path): is out of bounds"]
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) == nil
        ? ["\(path): does not match \(pattern)"] : []
    case "anyOf", "oneOf":
      let schemas = rule as? [[String: Any]] ?? []
      let fitting = schemas.count { faults(in: value, $0, path).isEmpty }
      let fits = keyword == "anyOf" ? fitting > 0 : fitting == 1
      return fits ? [] : ["\(path): fits \(fitting) of \(keyword)"]
    default: return ["\(path): the validator does not know \(keyword)"]
    }
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    return object.keys.sorted().flatMap { key -> [String] in
      let value = object[key] ?? NSNull()
      if let property = properties[key] { return faults(in: value, property, "\(path).\(key)") }
      if let other = schema["additionalProperties"] as? [String: Any] {
        return faults(in: value, other, "\(path).\(key)")
      }
      return schema["additionalProperties"] as? Bool == false
        ? ["\(path): may not have \(key)"] : []
    }
  }

  private func check(format: String, _ value: Any, _ path: String) -> [String] {
    guard let text = value as? String else { return [] }
    switch format {
    case "uri":
      let url = URL(string: text, encodingInvalidCharacters: false)
      return url?.scheme == nil ? ["\(path): is no address"] : []
    case "uri-reference":
      return URL(string: text, encodingInvalidCharacters: false) == nil
        ? ["\(path): is no reference"] : []
    default: return ["\(path): the validator does not know the format \(format)"]
    }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    let isNumber = value is NSNumber && !isBoolean(value)
    return switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean(value)
    case "number": isNumber
    case "integer": isNumber && (value as? Double).map { $0.rounded() == $0 } ?? false
    case "null": value is NSNull
    default: false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c"
  }
}
