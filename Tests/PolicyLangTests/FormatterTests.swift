import PolicyCore
import Testing

@testable import PolicyLang

/// What the one layout looks like.
@Suite struct FormatterTests {
  /// A file's text in its layout, without the first line, which is always the same.
  private func format(_ text: String) throws -> String {
    let formatted = try Language.format(SourceFile(name: "test.policy", text: "language 1\n" + text))
    #expect(formatted.hasPrefix("language 1\n"))
    return String(formatted.dropFirst("language 1\n".count))
  }

  @Test func blocksAreIndentedAndTheirLinesAligned() throws {
    let text = """
      scenario reform from baseline
      programme.length=36 months
            settlement.weights   =   60/40   from 2018-10 until 2020-12
      \tnav.involvement = 60 % in 2019
      norwegian.target = ( level:B1 oral ,share:50% )
       assume programme.lock_in=1.0
       assume programme.content_effect  = 0.15
         end
      """
    #expect(
      try format(text) == """

        scenario reform from baseline
          programme.length   = 36 months
          settlement.weights = 60/40 from 2018-10 until 2020-12
          nav.involvement    = 60 %  in 2019
          norwegian.target   = (level: B1 oral, share: 50 %)
          assume programme.lock_in        = 1.0
          assume programme.content_effect = 0.15
        end

        """)
  }

  @Test func blankLinesDivideTablesAndCommentsDoNot() throws {
    let text = """

      scenario reform from baseline
        programme.length = 36 months # three years
        # Only from 2020, when the law came.
        nav.involvement = 60 % from 2020-01   # of all

        settlement.weights = 60/40
      end
      """
    #expect(
      try format(text) == """

        scenario reform from baseline
          programme.length = 36 months          # three years
          # Only from 2020, when the law came.
          nav.involvement  = 60 % from 2020-01  # of all

          settlement.weights = 60/40
        end

        """)
  }

  @Test func propertiesStandInColumns() throws {
    let text = """
      external attribute own
      label nb "egen" en "own"
      category a nb "a" en "a"
      category "20_29" nb "b" en "b"
      ordered
      end
      external parameter own.effect
      label nb "e" en "e"
      range   - 0.5 to 2
      value -0.25
      optimistic 0
      end
      external parameter own.share
      value 20%
      source report 12,
      # where it was read
      "Author 2020"
      end
      lever own sets nav.involvement
      label nb "egen" en "own"
      acts nb "…" en "…"
      end
      """
    #expect(
      try format(text) == """

        external attribute own
          label nb "egen" en "own"
          category a       nb "a" en "a"
          category "20_29" nb "b" en "b"
          ordered
        end

        external parameter own.effect
          label      nb "e" en "e"
          range      -0.5 to 2
          value      -0.25
          optimistic 0
        end

        external parameter own.share
          value   20 %
          source  report 12,
                  # where it was read
                  "Author 2020"
        end

        lever own sets nav.involvement
          label nb "egen" en "own"
          acts  nb "…" en "…"
        end

        """)
  }

  @Test func blankLinesAreSingleAndStandBetweenBlocks() throws {
    let text = """


      use introduction_programme
      # About the first.

      ## What it is.

      scenario a from baseline

        programme.length = 36 months



        nav.involvement = 60 %
        # said at the end

      end
      # About the second.
      ## Its documentation.
      scenario b from a
      end
      compare a, b

      over 9 years
      show employed
      end
      expect employed in year 9: b - a at least 0 pp


      """
    #expect(
      try format(text) == """

        use introduction_programme
        # About the first.

        ## What it is.
        scenario a from baseline
          programme.length = 36 months

          nav.involvement = 60 %
          # said at the end
        end

        # About the second.
        ## Its documentation.
        scenario b from a
        end

        compare a, b
          over 9 years
          show employed
        end
        expect employed in year 9: b - a at least 0 pp

        """)
  }

  @Test(arguments: [
    ("let a=(1+2)*3 -  4 /2+7  mod 4", "let a = (1 + 2) * 3 - 4 / 2 + 7 mod 4"),
    ("let a = - 5 pp", "let a = -5 pp"),
    ("let a = 3 pp \u{2212} 1 pp", "let a = 3 pp - 1 pp"),
    ("let a = \u{2212}2.5 pp", "let a = -2.5 pp"),
    ("let a = 5 - - 3 * -(2 + 1)", "let a = 5 - -3 * -(2 + 1)"),
    ("let a = b - 3", "let a = b - 3"),
    ("let a = 20\u{202F}000 kr ( 2018 )per  year", "let a = 20 000 kr(2018) per year"),
    ("let a = 1\u{A0}234\u{A0}567persons+20_000persons", "let a = 1 234 567 persons + 20_000 persons"),
    ("let a = 2.5mill.  kr", "let a = 2.5 mill. kr"),
    ("let a\u{30A} = 1", "let å = 1"),
    ("group old=age is from_30 label nb \"e  \" en\"o\"", "group old = age is from_30 label nb \"e  \" en \"o\""),
    ("compare a,b,c over 9 years by sex,age show d,e", "compare a, b, c over 9 years by sex, age show d, e"),
    (
      "expect a of b in year 5 :c - d between - 1 pp and -0.5 pp(warning)",
      "expect a of b in year 5: c - d between -1 pp and -0.5 pp (warning)"
    ),
    ("expect a in year 5: b - c at least - 2 pp", "expect a in year 5: b - c at least -2 pp"),
    ("expect a in year 5: b - c less than d - 2 pp", "expect a in year 5: b - c less than d - 2 pp"),
    ("expect a in year 5: b at least bound(warning)", "expect a in year 5: b at least bound (warning)"),
    ("use   \"a.policy\"\t#  why", "use \"a.policy\"  #  why"),
    ("### no documentation  \nuse a", "### no documentation\nuse a"),
  ])
  func oneBlankStandsBetweenWords(typed: String, formatted: String) throws {
    let result = try format(typed + "\n")
    #expect(result == formatted + "\n")
    #expect(Array(result.utf8) == Array((formatted + "\n").utf8))
  }

  @Test func linesThatGoOnStandDeeper() throws {
    let text = """
      let total = 1 +
            2 *   # of a thing

      # between

          3
      scenario a from baseline
        programme.length =
        36 months from 2020-01
        nav.involvement = 60 % from 2020-01
      end
      expect employed in year 5:
      a - baseline at least 1 pp
      """
    #expect(
      try format(text) == """
        let total = 1 +
          2 *  # of a thing
          # between
          3

        scenario a from baseline
          programme.length =
            36 months from 2020-01
          nav.involvement  = 60 % from 2020-01
        end
        expect employed in year 5:
          a - baseline at least 1 pp

        """)
  }

  @Test(arguments: ["\r\n", "\r"]) func linesEndInOneWay(end: String) throws {
    let text = "\u{FEFF}language 1\(end)use a\(end)\(end)\(end)let b = 1  # c"
    #expect(
      try Language.format(SourceFile(name: "x", text: text)) == "language 1\nuse a\n\nlet b = 1  # c\n")
  }

  /// What this version cannot run yet has its layout already.
  @Test func statementsOfLaterVersions() {
    let text = """
      language 1
      scenario path from baseline
      programme.length = 30 months
      programme.length = 12 months for persons where track is track_3 and oral >= B1
      nav.involvement = 60 % from 2020-01 instead of x
      rule youth for persons where age in (young, "20_29") and oral>=B1
      wage_subsidy.share = 25 %
      wage_subsidy.length = 12 months
      end
      end
      sweep programme.length of path from 12 to 48 months step 6 months
      plot employed in year 9 by sex to "length.svg"
      end
      sweep a of path from 1 to 2 show employed
      measure course
      effect after=0.4(se:0.15) on log_hazard(job), assumed "reason"
      places 500 persons
      end
      """
    #expect(
      Formatter(SourceFile(name: "later.policy", text: text)).text == """
        language 1

        scenario path from baseline
          programme.length = 30 months
          programme.length = 12 months for persons where track is track_3 and oral >= B1
          nav.involvement  = 60 %      from 2020-01 instead of x
          rule youth for persons where age in (young, "20_29") and oral >= B1
            wage_subsidy.share  = 25 %
            wage_subsidy.length = 12 months
          end
        end

        sweep programme.length of path from 12 to 48 months step 6 months
          plot employed in year 9 by sex to "length.svg"
        end
        sweep a of path from 1 to 2 show employed

        measure course
          effect after = 0.4 (se: 0.15) on log_hazard(job), assumed "reason"
          places 500 persons
        end

        """)
  }

  @Test(arguments: [
    ("", ["empty-file"]), ("let a = 1", ["missing-language"]), ("language 1\nlet a = 2,5", ["decimal-comma"]),
    ("language 1\nscenario a from b\n", ["unterminated-block"]), ("language 1\nend", ["stray-end"]),
    ("language 1\nlet a = 3-2\nlet b = 1 ≥ 2", ["minus-needs-blanks", "unexpected-character"]),
    ("language 1\nlet a = \0", ["not-text"]),
  ])
  func textsWithErrorsAreRefused(text: String, ids: [String]) {
    let error = #expect(throws: FormatFailure.self) { try Language.format(SourceFile(name: "x", text: text)) }
    guard case .errors(let diagnostics)? = error else { return #expect(Bool(false)) }
    #expect(diagnostics.map(\.id) == ids)
  }

  /// Names are not looked up: a file is laid out without the library that it uses.
  @Test func whatNamesMeanIsNotAsked() throws {
    #expect(try format("use nowhere\nlet a = unknown + 1 kr\n") == "use nowhere\nlet a = unknown + 1 kr\n")
  }
}
