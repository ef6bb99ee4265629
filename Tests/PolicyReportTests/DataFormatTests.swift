import Foundation
import PolicyCore
import Testing

@testable import PolicyReport

@Suite struct DataFormatTests {
  let provenance = Provenance(tool: "policy-repl 0.1.0", engine: "1", data: "abc", seed: .max)
  let odd = "expect \"a\" <b> & 'c' \u{1}\\ æøå: x - y at least 2 pp"

  @Test func jsonParsesBack() throws {
    let file = SourceFile(name: "scenarios/x.policy", text: "language 1\nuse nothing\n")
    var result = Example.file([Example.expectation(.passed), Example.expectation(.undecided, text: odd)])
    result.diagnostics = [
      Diagnostic(
        id: "unknown-module", title: "There is no module `nothing`.",
        primary: Diagnostic.Label(file: file, span: Span(15, 22)), helps: [Diagnostic.Help("look")])
    ]
    let text = ResultsJSON.document([result], provenance: provenance).text()
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["schemaVersion"] as? Int == 1)
    #expect((json["seed"] as? NSNumber)?.uint64Value == .max)
    let read = try #require((json["files"] as? [[String: Any]])?.first)
    let diagnostic = try #require((read["diagnostics"] as? [[String: Any]])?.first)
    #expect((diagnostic["place"] as? [String: Any])?["column"] as? Int == 5)

    let expectations = try #require(read["expectations"] as? [[String: Any]])
    #expect(expectations.map { $0["status"] as? String } == ["passed", "undecided"])
    #expect(expectations[1]["text"] as? String == odd)
    #expect(expectations[1]["value"] as? Double == 1.2)
    #expect((expectations[1]["bounds"] as? [String: Any])?["lower"] as? Double == 2)
    #expect((expectations[1]["bounds"] as? [String: Any])?["upper"] is NSNull)

    let rows = try #require(read["results"] as? [[String: Any]])
    #expect(rows.count == 12)
    #expect(rows[0]["base"] is NSNull)
    #expect(rows[0]["group"] as? [String: String] == ["sex": "woman"])
    #expect(rows[0]["unit"] as? String == "%")
    let difference = try #require(rows.first { $0["base"] is String && $0["year"] as? Int == 9 })
    #expect(difference["unit"] as? String == "pp")
    #expect(abs((difference["value"] as? Double ?? 0) - 4) < 1e-9)
    #expect(difference["interval"] as? [String] == ["monte_carlo"])
    #expect(difference["replicates"] as? Int == 8)
    #expect(!text.contains("\u{2212}"))
  }

  @Test func outcomesAndGroupsOfOnesOwnAreSaid() throws {
    var result = Example.file([])
    func definitions() throws -> [[String: String]]? {
      let text = ResultsJSON.document([result], provenance: provenance).text()
      let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return (json?["files"] as? [[String: Any]])?.first?["definitions"] as? [[String: String]]
    }
    #expect(try definitions() == nil)
    result.questions[0].result.plan.formulas = ["employed": OutcomeFormula(.share(.not(.outcome("in_education"))))]
    result.questions[0].result.plan.filters = [
      GroupFilter(.years(attribute: "age", low: nil, high: 29), label: Label(nb: "unge", en: "young"))
    ]
    #expect(
      try definitions() == [
        ["kind": "outcome", "name": "employed", "means": "share not in_education"],
        ["kind": "group", "name": "young", "means": "age <= 29"],
      ])
  }

  @Test func anEmptyListAndNoNumberAreJSON() throws {
    let value = JSONValue.object([("a", .array([])), ("b", .number(.nan)), ("c", .object([]))])
    let read = try JSONSerialization.jsonObject(with: Data(value.text().utf8)) as? [String: Any]
    #expect(read?["b"] is NSNull)
  }

  @Test func csvHasOneRowANumber() {
    let lines = ResultsCSV.text([Example.file([])]).split(separator: "\n")
    #expect(lines.count == 13)
    #expect(
      lines.last?.hasSuffix(",employed,three_years,baseline,sex=woman,9,pp,4.0,3.7,4.3,monte_carlo,8,,,,,,,,,,,")
        == true)
    #expect(lines[1].hasPrefix("scenarios/x.policy,\"compare baseline, three_years over 9 years show employed\""))
    #expect(ResultsCSV.quoted("a\"b") == "\"a\"\"b\"")
  }

  @Test func amountsAreWrittenAsInTheLanguage() {
    var file = Example.file([])
    file.questions[0].result = Example.comparison(
      in: .millionKroner(per: .year, priceYear: 2018), size: 2e6, years: [9])
    #expect(ResultsCSV.text([file]).contains(",employed,reform,baseline,,9,mill. kr(2018) per year,0.038,0.03,0.046,"))
    file.questions[0].result = Example.comparison(in: .kroner(per: .once, priceYear: nil), size: 2e6, years: [9])
    #expect(ResultsCSV.text([file]).contains(",employed,reform,,,9,kr,3800000.0,3792000.0,3808000.0,"))
  }

  @Test func junitIsWellFormedAndRepeatsMessageAndPlace() throws {
    var broken = FileResult(path: "scenarios/<y>.policy")
    broken.failure = Label(nb: "Data mangler.", en: "Data are missing.")
    let text = JUnitXML.text([
      Example.file([
        Example.expectation(.passed), Example.expectation(.failed, text: odd), Example.expectation(.undecided),
        Example.expectation(.failed, isWarning: true),
      ]), broken,
    ])
    let reader = XMLReader()
    #expect(reader.read(text))
    #expect(reader.count("testcase") == 5)
    #expect(reader.count("failure") == 2)
    #expect(reader.count("error") == 1)
    #expect(reader.attributes("testsuites").first?["failures"] == "2")
    #expect(reader.attributes("testcase").first?["classname"] == "scenarios/x.policy")
    #expect(reader.attributes("testcase")[1]["name"] == odd.replacing("\u{1}", with: "\u{FFFD}"))
    #expect(reader.text.contains("scenarios/x.policy:25:1"))
    #expect(reader.text.contains("failed: expect"))
    #expect(reader.text.contains("about 60 runs would settle it"))
  }

  @Test(arguments: [
    ("&<>\"'", "&amp;&lt;&gt;&quot;&#39;"), ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"), ("æøå 😀\t", "æøå 😀\t"),
    ("]]>", "]]&gt;"),
  ]) func xmlEscapes(_ raw: String, _ escaped: String) {
    #expect(JUnitXML.escaped(raw) == escaped)
  }
}
