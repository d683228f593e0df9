/// Where records come from.
public struct Source: Hashable, Sendable {
  /// The name by which records refer to it.
  public var id: String
  /// The title.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// An http or https address.
  public var url: String?
  /// The day to which it speaks.
  public var asOf: CalendarDate?
  /// The licence.
  public var licence: String?
  /// Anything a reader should know.
  public var note: String?

  /// Makes a record from its fields.
  public init(
    id: String,
    title: String,
    publisher: String? = nil,
    url: String? = nil,
    asOf: CalendarDate? = nil,
    licence: String? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.url = url
    self.asOf = asOf
    self.licence = licence
    self.note = note
  }
}
