import Foundation
import Testing

@testable import DataPackage

@Suite struct JSONTests {
  @Test func writingEscapesWhatMustBe() throws {
    let value = JSONValue.object([
      .init("te\"xt", .string("a\\b\n\t\u{1}é👩")), .init("none", .null),
      .init("list", .array([.integer(-3), .number(0.5), .number(.nan), .boolean(true)])),
      .init("empty", .array([])), .init("nothing", .object([])),
    ])
    let expected = """
      {
        "te\\"xt": "a\\\\b\\n\\t\\u0001é👩",
        "none": null,
        "list": [
          -3,
          0.5,
          null,
          true
        ],
        "empty": [],
        "nothing": {}
      }

      """
    #expect(value.text == expected)
    // Foundation reads it as the same.
    let read = try JSONSerialization.jsonObject(with: Data(value.text.utf8)) as? [String: Any]
    #expect(read?["te\"xt"] as? String == "a\\b\n\t\u{1}é👩")
  }

  @Test func readingAgreesWithFoundation() throws {
    let texts = [
      "{}", "[]", "[1,2]", "\"\\u00e9\\ud83d\\ude00\"", "\"\\ud83d\"", "-0.5e3", "01", "1.", ".5",
      "+1", "-01", "1.e5", "1e", "0.50", "-0", "{a:1}", "tru", "null", "\"\t\"", "\"\\x\"", "[1] 2",
      "",
      "\"\\u12\"", "nan", "-", "{\"a\" 1}", "[", "\"abc", " [ ] ", "1e5", "1E+2", "\"\\/\"",
    ]
    for text in texts {
      let ours = try? JSONReader.read(Array(text.utf8), maximumDepth: 8)
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      #expect((ours == nil) == (theirs == nil), "\(text)")
    }
    // Foundation lets a comma stand before a closing bracket; RFC 8259 does not.
    for text in ["[1,]", "{\"a\":1,}"] {
      #expect(throws: JSONProblem.self) {
        try JSONReader.read(Array(text.utf8), maximumDepth: 8)
      }
    }
    let escaped = try JSONReader.read(Array("\"\\u00e9\\ud83d\\ude00\\n\"".utf8), maximumDepth: 1)
    #expect(escaped.string == "é😀\n")
  }

  @Test func valuesKnowWhereTheyStand() throws {
    let text = "{\n  \"a\": [1, \"é\"]\n}"
    let root = try JSONReader.read(Array(text.utf8), maximumDepth: 8)
    let list = try #require(root["a"])
    let places = TextPosition.locate(
      [root.offset, list.offset, list.elements![1].offset], in: Array(text.utf8))
    #expect(
      places == [
        TextPosition(line: 1, column: 1), TextPosition(line: 2, column: 8),
        TextPosition(line: 2, column: 12),
      ])
  }

  @Test func manyNamesInOneObjectCostLittle() throws {
    let members = (0..<200_000).map { "\"n\($0)\":0" }.joined(separator: ",")
    let time = try ContinuousClock().measure {
      _ = try JSONReader.read(Array("{\(members)}".utf8), maximumDepth: 2)
    }
    #expect(time < .seconds(10))
  }
}
