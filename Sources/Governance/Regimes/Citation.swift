/// A place in a document.
public struct Citation: Hashable, Sendable {
  /// The id of the document in its regime.
  public var document: String
  /// Where in the document.
  public var section: String?

  /// Makes a citation.
  public init(document: String, section: String? = nil) {
    self.document = document
    self.section = section
  }
}

/// A document that rules cite.
public struct CitedDocument: Hashable, Sendable {
  /// The id by which citations name it.
  public var id: String
  /// The title.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// The day of publication.
  public var date: CalendarDate?
  /// An http or https address.
  public var url: String?
  /// Anything a reader should know.
  public var note: String?

  /// Makes a document from its fields.
  public init(
    id: String, title: String, publisher: String? = nil, date: CalendarDate? = nil,
    url: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
    self.note = note
  }
}
