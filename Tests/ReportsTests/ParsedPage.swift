import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as an XML parser sees it, so that nothing but well-formed markup counts.
struct ParsedPage {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// All text within.
    var text = ""
    /// Names of the elements around it, outermost first.
    var path: [String]
  }

  var elements: [Element] = []

  /// Parses a page; `nil` if it is not well-formed.
  init?(_ data: Data) {
    let reader = Reader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.elements
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func all(class name: String) -> [Element] {
    elements.filter {
      $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) == true
    }
  }

  /// Every `id`, in document order.
  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let path = open.map { elements[$0].name }
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes, path: path))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      for index in open { elements[index].text += text }
    }
  }
}
