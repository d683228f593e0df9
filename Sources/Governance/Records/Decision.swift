/// What somebody with the right to do so decided about a finding: that it is by design, say.
///
/// It is about one finding, or about all of a kind, of a subject or of a function, or about those
/// that meet several of these; its period runs from the first day on which it holds to the last.
public struct Decision: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The id of one finding.
  public var finding: String?
  /// The kind of finding, `F1` to `F24`.
  public var kind: String?
  /// The organisation, arrangement or forum that findings are about.
  public var subject: Code?
  /// The function that findings are about.
  public var function: String?
  /// Who decided.
  public var decidedBy: String
  /// Why.
  public var reason: String
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    finding: String? = nil,
    kind: String? = nil,
    subject: Code? = nil,
    function: String? = nil,
    decidedBy: String,
    reason: String,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.finding = finding
    self.kind = kind
    self.subject = subject
    self.function = function
    self.decidedBy = decidedBy
    self.reason = reason
    self.provenance = provenance
  }
}

extension Decision {
  /// The kinds of finding that a decision may name: `F1` to `F24`.
  public static let kinds = (1...24).map { "F\($0)" }

  /// What stands in `decidedBy` until somebody fills it in.
  public static let whoPlaceholder = "WHO DECIDED"

  /// What stands in `reason` until somebody fills it in.
  public static let whyPlaceholder = "WHY"

  /// Whether a text is still one of the placeholders, in whatever case.
  ///
  /// - Parameter text: what to look at.
  public static func isPlaceholder(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "…" || $0 == "." || $0 == "?" })
      .joined(separator: " ").uppercased()
    return [whoPlaceholder, whyPlaceholder].contains(words)
  }

  /// Whether a text has the form of a finding's id: `F[0-9]{1,2}-[0-9a-hjkmnp-tv-z]{12}`.
  ///
  /// Behind the hyphen stand twelve characters of Crockford's base 32 in small letters, which has no
  /// i, l, o and u (D. Crockford, "Base 32 Encoding").
  ///
  /// - Parameter text: what to look at.
  public static func isFindingID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == 0x46, parts[1].count == 12 else { return false }
    let number = parts[0].dropFirst()
    return (1...2).contains(number.count) && number.allSatisfy { (0x30...0x39).contains($0) }
      && parts[1].allSatisfy(isBase32)
  }

  private static func isBase32(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39: true
    case 0x69, 0x6C, 0x6F, 0x75: false
    default: (0x61...0x7A).contains(byte)
    }
  }
}
