/// A dated fact with several parties in roles; a node, never a bundle of lines.
public struct Arrangement: Hashable, Sendable {
  /// The code by which everything else refers to it.
  public var id: Code
  /// What it is.
  public var kind: ArrangementKind
  /// The name.
  public var name: String
  /// The variety, in free words.
  public var form: String?
  /// The functions it covers.
  public var functions: [String]
  /// The services it covers.
  public var services: [String]
  /// Places or local authorities to which it is limited; empty for none.
  public var areas: [Code]
  /// What it rests on.
  public var basis: Basis?
  /// The document that creates it.
  public var instrument: String?
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: Code,
    kind: ArrangementKind,
    name: String,
    form: String? = nil,
    functions: [String] = [],
    services: [String] = [],
    areas: [Code] = [],
    basis: Basis? = nil,
    instrument: String? = nil,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.form = form
    self.functions = functions
    self.services = services
    self.areas = areas
    self.basis = basis
    self.instrument = instrument
    self.provenance = provenance
  }
}
