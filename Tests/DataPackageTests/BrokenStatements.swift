/// Faults in the tables of decisions, returns and what is known whole.
extension BrokenPackageTests {
  static let statements: [BrokenCase] = decisions + returns + completeness + newColumns

  private static let decisions: [BrokenCase] = [
    .cell(
      "decisions", "D1", "kind", "F25", what: "\"F25\" is not a \"kind\"",
      remedy: "Did you mean F2"),
    .cell("decisions", "D1", "kind", "F0", what: "is not a \"kind\"", remedy: "F"),
    .cell("decisions", "D1", "kind", "F011", what: "is not a \"kind\"", remedy: "mean F11?"),
    .cell("decisions", "D1", "decidedBy", "", what: "\"decidedBy\" is blank", remedy: "Fill it"),
    .cell("decisions", "D1", "reason", "", what: "\"reason\" is blank", remedy: "Fill it"),
    .cell(
      "decisions", "D1", "subject", "RBC",
      what: "RBC in \"subject\" is not the id of any organisation, arrangement or forum",
      remedy: "Did you mean RBB?"),
    BrokenCase(
      name: "a decision about an arrangement of a later day", file: "decisions.csv",
      place: .cell("D1", "from"), id: "D1", what: "but A1 exists only from 2023-04-01",
      remedy: "Start it on 2023-04-01"
    ) {
      $0.set("subject", "A1", of: "D1", in: "decisions")
      $0.set("from", "2023-03-31", of: "D1", in: "decisions")
    },
    BrokenCase(
      name: "a decision that outlives its subject", file: "decisions.csv",
      place: .cell("D1", "to"), id: "D1", what: "still in force, but QBB ended on 2026-03-31",
      remedy: "End it on 2026-03-31"
    ) {
      $0.set("subject", "QBB", of: "D1", in: "decisions")
      $0.set("to", "", of: "D1", in: "decisions")
    },
    .cell(
      "decisions", "D1", "decidedBy", "WHO DECIDED", what: "still says WHO DECIDED",
      remedy: "Name the board"),
    .cell("decisions", "D1", "reason", "WHY", what: "still says WHY", remedy: "Say why"),
    .cell(
      "decisions", "D1", "subject", "QCC", what: "but QCC exists only from 2026-04-01",
      remedy: "Start it on 2026-04-01"
    ).shown(.cell("D1", "from"), id: "D1"),
    .cell(
      "decisions", "D1", "to", "2024-03-31", what: "ends on 2024-03-31, before it starts",
      remedy: "Correct \"from\" or \"to\""),
    .cell(
      "decisions", "D1", "finding", "F4-0123456789a",
      what: "F4-0123456789a is not the id of a finding", remedy: "looks like F4-"),
    .cell(
      "decisions", "D1", "finding", "F4 0123456789ab", what: "is not an identifier",
      remedy: "without spaces"),
    .cell("decisions", "D1", "source", "scr", what: "scr in \"source\"", remedy: "mean src?"),
    .row(
      "decisions", "id=D2|function=finance|decidedBy=The board|reason=Because", at: "finding",
      what: "does not say what it is about", remedy: "\"finding\", \"kind\" or \"subject\""),
    .row(
      "decisions", "id=D1|kind=F1|decidedBy=The board|reason=Because", at: "id",
      what: "D1 is used already by record 1 of decisions", remedy: "another id"
    ).shown(.words("D1,,F1,,"), id: "D1").alsoTold(1),
  ]

  private static let returns: [BrokenCase] = [
    .cell("returns", "T1", "family", "", what: "\"family\" is blank", remedy: "Fill it"),
    .cell(
      "returns", "T1", "organisation", "RAB", what: "RAB in \"organisation\"",
      remedy: "Did you mean RAA"),
    .cell(
      "returns", "T1", "recipient", "F1", what: "F1 is a forum, and \"recipient\" names",
      remedy: "Name an organisation"),
    .cell(
      "returns", "T1", "timesPerYear", "0", what: "\"timesPerYear\" is 0", remedy: "blank"),
    .cell(
      "returns", "T1", "timesPerYear", "-1", what: "must be from 0 to 1000000000000",
      remedy: "Correct it"),
    .cell(
      "returns", "T1", "timesPerYear", "monthly", what: "is not a number", remedy: "digits"),
    .cell(
      "returns", "T1", "recipient", "QBB",
      what: "still in force, but QBB ended on 2026-03-31", remedy: "End it on 2026-03-31"
    ).shown(.cell("T1", "to"), id: "T1"),
    .cell(
      "returns", "T1", "from", "2022-06-30",
      what: "holds from 2022-06-30, but RAA exists only from 2022-07-01",
      remedy: "Start it on 2022-07-01"
    ).alsoTold(1),
    .row(
      "returns", "id=T1|family=Other|organisation=RAA|recipient=REG|from=2023-01-01", at: "id",
      what: "T1 is used already by record 1 of returns", remedy: "another id"
    ).shown(.words("T1,Other"), id: "T1"),
  ]

  private static let completeness: [BrokenCase] = [
    .cell(
      "completeness", "W1", "aspect", "seat", what: "\"seat\" is not a \"aspect\"",
      remedy: "Did you mean seats?"),
    .cell("completeness", "W1", "aspect", "", what: "\"aspect\" is blank", remedy: "one of: seats"),
    .cell("completeness", "W1", "subject", "", what: "\"subject\" is blank", remedy: "Fill it"),
    .cell(
      "completeness", "W1", "subject", "F3", what: "F3 in \"subject\" is not the id of any",
      remedy: "Did you mean F1"),
    .cell(
      "completeness", "W1", "from", "2022-06-30", what: "but F1 exists only from 2022-07-01",
      remedy: "Start it on 2022-07-01"),
    .row(
      "completeness", "id=W1|subject=REG|aspect=forums", at: "id",
      what: "W1 is used already by record 1 of completeness", remedy: "another id"
    ).shown(.words("W1,REG"), id: "W1"),
  ]

  private static let newColumns: [BrokenCase] = [
    .cell(
      "forums", "F1", "meetsInPublic", "public", what: "\"public\" is not true or false",
      remedy: "true or false"),
    .cell(
      "seats", "F1-RAA", "recusal", "no", what: "\"no\" is not true or false",
      remedy: "true or false"),
    .cell(
      "seats", "F1-RAA", "holder", "a\u{202E}b", what: "\"holder\" holds a hidden character",
      remedy: "Remove it"
    ).shown(.words("\u{202E}"), id: "F1-RAA"),
    .cell(
      "parties", "A1-QAA", "role", "sponser", what: "is not a \"role\"", remedy: "mean sponsor?"),
    .cell(
      "relations", "C1", "kind", "escalateTo", what: "is not a \"kind\"",
      remedy: "mean escalatesTo?"),
    BrokenCase(
      name: "mistyped new column", file: "seats.csv", place: .words("Holder"), id: "",
      what: "\"Holder\" is not known", remedy: "Did you mean holder?", severity: .warning
    ) { $0.replace(",holder,", with: ",Holder,", in: "seats.csv") },
    BrokenCase(
      name: "mistyped new table", file: "datapackage.json", place: .words("\"return\""), id: "",
      what: "\"return\" is no table", remedy: "Did you mean returns?", severity: .warning
    ) { $0.replace("\"name\": \"returns\"", with: "\"name\": \"return\"", in: "datapackage.json") },
  ]
}
