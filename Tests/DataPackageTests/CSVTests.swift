import Foundation
import Governance
import Testing

@testable import DataPackage

@Suite struct CSVReaderTests {
  @Test func readsWhatRFC4180Writes() {
    let table = CSVReader().read("a,b,c\r\n1,\"two, \"\"2\"\"\r\nlines\",\r\n,,\"\"\r\n")
    #expect(table.header == ["a", "b", "c"])
    #expect(table.rowCount == 2)
    #expect(table.texts(row: 0) == ["1", "two, \"2\"\r\nlines", ""])
    #expect(table.texts(row: 1) == ["", "", ""])
    #expect(table.problems == [])
    #expect(table.isComplete)
  }

  @Test func theLastLineNeedsNoEnding() {
    #expect(CSVReader().read("a,b\n1,2").texts(row: 0) == ["1", "2"])
    #expect(CSVReader().read("a,b\n1,").texts(row: 0) == ["1", ""])
    #expect(CSVReader().read("a").header == ["a"])
    #expect(CSVReader().read("a\n\"\"").rowCount == 1)
  }

  @Test func placesCountCharactersNotBytes() {
    // é is two bytes, the flag eight, and both stand before the cells asked for.
    let table = CSVReader().read("é,b\n\"x\ny\",🇬🇧,z\n1,2\n")
    #expect(table.position(row: 0, column: 0) == TextPosition(line: 2, column: 1))
    #expect(table.position(row: 0, column: 1) == TextPosition(line: 3, column: 4))
    #expect(table.positions(ofBytes: [0, 2, 3]).map(\.column) == [1, 2, 3])
    // The flag is two Unicode scalars: columns 4 and 5, a comma, then the third cell.
    let extra = table.problems.map(\.offset)
    #expect(table.positions(ofBytes: extra) == [TextPosition(line: 3, column: 7)])
    #expect(table.position(row: 1, column: 1) == TextPosition(line: 4, column: 3))
  }

  @Test func aMarkAtTheStartHasNoColumn() {
    let table = CSVReader().read([0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8))
    #expect(table.header == ["a", "b"])
    #expect(table.positions(ofBytes: [0, 3, 5]).map(\.column) == [1, 1, 3])
    #expect(table.problems.map(\.severity) == [.warning])
  }

  @Test func malformedUTF8IsFoundAsTheStandardLibraryFindsIt() {
    var dice = Dice(seed: 3)
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &dice)
      let bytes = (0..<count).map { _ -> UInt8 in
        let edges: [UInt8] = [
          0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
          0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
        ]
        return edges.randomElement(using: &dice)!
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let problems = CSVReader().read(bytes + [0x0A]).problems.filter { $0.severity == .error }
      // FF FE and FE FF begin a UTF-16 file, which is an error as well.
      #expect(problems.isEmpty == isValid, "\(bytes)")
    }
  }

  @Test func problemsAreCutButCounted() {
    let limits = CSVReader.Limits(bytes: 1 << 20, columns: 4, problems: 3)
    let table = CSVReader(limits: limits).read("a,b\n" + String(repeating: "1\n", count: 10))
    #expect(table.problems.count == 4)
    #expect(table.problems.last?.what.contains("7 more") == true)
    #expect(table.raggedRows == Array(0..<10))
  }

  @Test func randomBytesNeverTrap() {
    var dice = Dice(seed: 1)
    let alphabet: [UInt8] = Array("\",\n\r;ab\u{0}é".utf8) + [0xFF, 0xEF, 0xBB, 0xBF]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &dice)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &dice)! }
      let table = CSVReader().read(bytes)
      for row in 0..<table.rowCount {
        #expect(table.texts(row: row).count == table.columnCount)
        for column in 0..<table.columnCount {
          #expect(table.offset(row: row, column: column) <= bytes.count)
        }
      }
      for problem in table.problems { #expect((0...bytes.count).contains(problem.offset)) }
      _ = table.positions(ofBytes: table.problems.map(\.offset))
    }
  }
}

@Suite struct CSVWriterTests {
  @Test func anyTableOfAnyStringsSurvives() {
    var dice = Dice(seed: 2)
    let pieces: [String] = [
      "\"", ",", "\n", "\r", "\r\n", "a", "", " ", "é", "e\u{301}", "👩‍⚕️", "\u{0}", "\u{FEFF}",
      "=", ";", "\t", "مرحبا", "\u{202E}",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }
        .joined()
    }
    for _ in 0..<5_000 {
      let columns = Int.random(in: 1...4, using: &dice)
      let rows = (0...Int.random(in: 0...4, using: &dice)).map { _ in
        (0..<columns).map { _ in text() }
      }
      let written = CSVWriter.text(header: rows[0], rows: Array(rows.dropFirst()))
      let table = CSVReader().read(written)
      let read = [table.header] + (0..<table.rowCount).map { table.texts(row: $0) }
      // Compared byte by byte: == of strings takes é and e + accent for the same.
      #expect(
        read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
      #expect(table.raggedRows.isEmpty && table.isComplete)
    }
  }

  @Test func plainCellsStayPlain() {
    #expect(CSVWriter.text(header: ["a", "b"], rows: [["1", "x y"]]) == "a,b\n1,x y\n")
    #expect(CSVWriter.text(header: ["a"], rows: [["b\"c"]]) == "a\n\"b\"\"c\"\n")
  }

  @Test func formulasAreGuardedAndNumbersAreNot() {
    let cells = [
      "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "-0.5", "+44", "1e-3", "a=b", "",
    ]
    let guarded = CSVWriter.text(header: cells, rows: [], guardsFormulas: true)
    #expect(
      guarded
        == "'=1+1,'+cmd|' /C calc'!A0,'-2+3,'@SUM(A1),'\t=1,-0.5,+44,1e-3,a=b,\n")
    let quoted = CSVWriter.text(header: ["=\"a\",b", "x"], rows: [], guardsFormulas: true)
    #expect(quoted == "\"'=\"\"a\"\",b\",x\n")
    #expect(CSVWriter.text(header: ["=1", "x"], rows: []) == "=1,x\n")
  }

  @Test func numbersAreShortestAndComeBack() {
    for value in [
      0, 1, -1, 0.1, 1e-7, 63_237_908, 0.07449, 1e300, .leastNonzeroMagnitude, 1e15, -2.5,
    ] {
      #expect(PlainNumber.value(of: PlainNumber.text(value)) == value)
    }
    #expect(PlainNumber.text(63_237_908) == "63237908")
    #expect(PlainNumber.text(0.25) == "0.25")
    for text in ["", "-", ".", "e", "1e", "1 ", " 1", "0x10", "inf", "nan", "1,5", "1_0", "1e999"] {
      #expect(PlainNumber.value(of: text) == nil, "\(text)")
    }
  }
}
