import Foundation

/// What a JSON document is an instance of, so that a reader can tell what to expect.
public struct DocumentSchema: Hashable, Sendable, Encodable {
  /// The name of the document's kind.
  public let name: String
  /// Raised when a field changes its meaning or goes away; new fields do not raise it.
  public let version: Int
}

/// A value that is written as `null` when it is not known, rather than left out.
public struct Known<Value: Encodable & Sendable & Hashable>: Encodable, Sendable, Hashable {
  /// The value; `nil` when not known.
  public let value: Value?

  /// Wraps a value.
  public init(_ value: Value?) { self.value = value }

  /// Writes the value, or `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// Writes documents as JSON.
public enum JSONDocument {
  /// UTF-8 with sorted keys, two spaces a level and a closing newline: the same bytes for the same
  /// document.
  public static func bytes(_ document: some Encodable) throws(EncodingFailure) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(document) + Data("\n".utf8)
    } catch {
      throw EncodingFailure(reason: "\(error)")
    }
  }
}

/// A document could not be written as JSON, because a figure in it is not finite.
public struct EncodingFailure: Error, Sendable {
  /// What the encoder said.
  public let reason: String
}
