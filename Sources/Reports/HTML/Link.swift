/// Where a link leads.
enum Link: Hashable, Sendable {
  /// A file of the pack, by its path from the pack's root, and a place in it.
  case file(PackPath, Anchor? = nil)
  /// A place in the same page.
  case anchor(Anchor)
  /// An address on the web.
  case web(WebAddress)
}

/// The path of a file from the pack's root, of parts that every file system takes.
struct PackPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Folders, then the file.
  let parts: [String]

  /// A path out of parts that hold letters, digits, dots, hyphens and underscores.
  ///
  /// - Parameter parts: folders, then the file.
  init(_ parts: String...) { self.parts = parts }

  /// The parts with slashes between them.
  var description: String { parts.joined(separator: "/") }

  /// The reference to this file from another file of the pack.
  ///
  /// - Parameter origin: the file that holds the reference.
  func relative(to origin: PackPath) -> String {
    let folder = origin.parts.dropLast()
    var shared = 0
    while shared < folder.count, shared < parts.count - 1, folder[shared] == parts[shared] {
      shared += 1
    }
    let upwards = Array(repeating: "..", count: folder.count - shared)
    return (upwards + parts[shared...]).joined(separator: "/")
  }

  static func < (left: PackPath, right: PackPath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

/// A name within a page.
struct Anchor: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name.
  let text: String

  /// A literal name.
  ///
  /// - Parameter value: letters, digits and hyphens, beginning with a letter.
  init(stringLiteral value: StaticString) { text = "\(value)" }

  /// A name for something of the register.
  ///
  /// - Parameters:
  ///   - kind: what it is; keeps the names of different things apart.
  ///   - id: its identifier; anything that may not stand in a name is written as a number.
  init(_ kind: StaticString, _ id: String) {
    text = "\(kind)-" + FileNames.encoded(id)
  }
}

/// An `http` or `https` address in a form that can do no harm in an attribute.
struct WebAddress: Hashable, Sendable {
  /// The address, in ASCII.
  let text: String

  /// Checks and encodes an address; `nil` unless it is an http or https address with a host.
  ///
  /// - Parameter address: the address as the register has it.
  init?(_ address: String) {
    let lowered = address.prefix(8).lowercased()
    guard
      let scheme = ["https://", "http://"].first(where: { lowered.hasPrefix($0) }),
      let first = address.unicodeScalars.dropFirst(scheme.count).first,
      first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "["
    else { return nil }
    let rest = address.utf8.dropFirst(scheme.count)
    let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
    var encoded = scheme
    for byte in rest {
      let character = Unicode.Scalar(byte)
      let isWord =
        ("a"..."z").contains(character) || ("A"..."Z").contains(character)
        || ("0"..."9").contains(character)
      if isWord || allowed.contains(byte) {
        encoded.unicodeScalars.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    text = encoded
  }
}

/// Names of files made from identifiers, no two of which are the same even where upper and lower
/// case are.
struct FileNames {
  private var taken: Set<String> = []

  /// A name that every file system takes, without an ending: the identifier itself where it can be.
  ///
  /// Letters, digits, hyphens and underscores stay, anything else becomes its number between dots;
  /// an identifier that is too long is cut; a name that is taken gets a number.
  ///
  /// - Parameter id: the identifier.
  mutating func name(for id: String) -> String {
    let stem = String(Self.encoded(id).prefix(80))
    var name = stem.isEmpty ? "unnamed" : stem
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  /// The identifier with anything but ASCII letters, digits, hyphens and underscores as its number
  /// between dots.
  ///
  /// - Parameter id: the identifier.
  static func encoded(_ id: String) -> String {
    var text = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", "-", "_": text.unicodeScalars.append(scalar)
      default: text += ".\(scalar.value)."
      }
    }
    return text
  }
}
