/// A link that is safe to write: an http(s) address, or a page of the project's own pack.
///
/// Everything outside the characters of RFC 3986 is percent-encoded, so that neither a quote nor
/// an angle bracket nor a scheme such as `javascript:` can reach the output.
public struct DOTLink: Hashable, Sendable {
  /// The address as it is followed, percent-encoded.
  public let address: String

  /// A web address from data; nil unless it is http or https with a host and at most 2,048 bytes.
  public init?(web address: String) {
    let encoded = Self.encode(address, keeping: Self.addressBytes)
    let lower = encoded.lowercased()
    guard encoded.utf8.count <= 2_048,
      let scheme = ["https://", "http://"].first(where: lower.hasPrefix)
    else { return nil }
    let host = encoded.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    // A user or password in front of the host only serves to mislead; a bracket is IPv6.
    guard let first = host.unicodeScalars.first, first != ":", !host.contains("@"),
      !host.contains("%")
    else { return nil }
    self.address = encoded
  }

  /// A page of the same pack, given by the parts of its relative path, such as
  /// `["..", "icss", "QJG.html"]`; nil if there is no part or an empty one.
  public init?(page parts: [String], fragment: String? = nil) {
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    var text = parts.map { Self.encode($0, keeping: Self.unreserved) }.joined(separator: "/")
    if let fragment { text += "#" + Self.encode(fragment, keeping: Self.unreserved) }
    address = text
  }

  /// A place in the same document.
  public init(fragment: String) {
    address = "#" + Self.encode(fragment, keeping: Self.unreserved)
  }

  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
  /// Unreserved and reserved characters of RFC 3986 and "%", without the apostrophe.
  private static let addressBytes = unreserved.union(":/?#[]@!$&()*+,;=%".utf8)

  private static func encode(_ text: String, keeping kept: Set<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if kept.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A font by name: letters, digits, spaces, commas and hyphens only, since Graphviz writes the
/// name unescaped into SVG.
public struct DOTFont: Hashable, Sendable {
  /// The family, with a style after it where one is wanted ("Arial Bold").
  public let name: String

  /// Creates a font; nil if the name is empty, over 64 bytes or holds other characters.
  public init?(_ name: String) {
    let allowed = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: ","),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard allowed, !name.isEmpty, name.utf8.count <= 64 else { return nil }
    self.name = name
  }

  private init(known name: String) { self.name = name }

  /// Arial, or what has its metrics.
  public static let arial = DOTFont(known: "Arial")
  /// Arial in bold.
  public static let arialBold = DOTFont(known: "Arial Bold")
  /// Arial in italic.
  public static let arialItalic = DOTFont(known: "Arial Italic")
}
