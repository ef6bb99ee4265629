import PolicyCore

/// `validate` as one self-contained HTML page: a summary by system, every compared fact as a dot beside the report's mark,
/// Tabell 5, and the reasons of what is not compared.
public struct ValidationHTML {
  private let report: ValidationReport
  private let provenance: Provenance
  private let language: OutputLanguage

  public init(_ report: ValidationReport, provenance: Provenance, language: OutputLanguage) {
    self.report = report
    self.provenance = provenance
    self.language = language
  }

  private var number: NumberFormat { NumberFormat(language) }

  private func say(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }

  public var page: String {
    let fitted = report.rows.filter { $0.use == .fitted && $0.error != nil }
    let held = report.rows.filter { $0.use == .heldOut && $0.error != nil }
    let tally = ValidationTally(report.rows)
    let title = say("Modellen og rapporten", "The model and the report")
    var body = "<h1>\(title)</h1>\n"
    body += "<p class=\"lead\">"
    body += say(
      "\(tally.fittedWithinTolerance) av \(tally.fitted) tilpassede tall er innenfor toleransen. Av \(tally.heldOut) tall som er holdt utenfor, er \(tally.heldOutNear) "
        + "innen fem prosentpoeng.",
      "\(tally.fittedWithinTolerance) of \(tally.fitted) fitted facts are within tolerance. Of \(tally.heldOut) facts that were held out, \(tally.heldOutNear) are "
        + "within five percentage points.")
    body += "</p>\n" + means(tally) + legend
    body += section(say("Holdt utenfor tilpasningen", "Held out of the fit"), held)
    body += section(say("Tilpasset", "Fitted"), fitted)
    body += effects(
      report.marginalEffects,
      say("Tabell 5: gjennomsnittlig derivert per måned", "Tabell 5: average derivative a month"))
    body += "<h2>" + say("Brukt som inndata, eller ikke brukt", "Inputs, and what is not used") + "</h2>\n<table>\n"
    for row in report.rows where row.use == .input || row.use == .unused {
      body +=
        "<tr><td><code>\(SVG.escaped(row.id))</code></td><td>\(row.line.map(String.init) ?? "")</td><td>\(row.use.rawValue)</td>"
        + "<td>\(SVG.escaped(row.reason))</td></tr>\n"
    }
    body +=
      "</table>\n<p class=\"foot\">\(SVG.escaped(provenance.tool)) · data \(SVG.escaped(provenance.data)) · seed \(provenance.seed)</p>\n"
    return """
      <!doctype html>
      <html lang="\(language == .nb ? "nb" : "en")">
      <head><meta charset="utf-8"><title>\(title)</title><style>\(Self.css)</style></head>
      <body><main>
      \(body)</main></body></html>

      """
  }

  /// The mean error of the held-out shares beside that of the naive guesses.
  private func means(_ tally: ValidationTally) -> String {
    guard let errors = tally.meanErrors else { return "" }
    let model = number.fixed(100 * errors.model, decimals: 1)
    let naive = number.fixed(100 * errors.naive, decimals: 1)
    let text = say(
      "Utenfor tilpasningen bommer modellen i gjennomsnitt med \(model) prosentpoeng. En naiv gjetning, tallet for en lignende gruppe, bommer med \(naive).",
      "Outside the fit the model misses by \(model) percentage points on average. A naive guess, the figure of a similar group, misses by \(naive)."
    )
    return "<p>\(text)</p>\n"
  }

  /// What the marks of the pictures mean.
  private var legend: String {
    func sample(_ shape: String) -> String { "<svg width=\"22\" height=\"16\" aria-hidden=\"true\">\(shape)</svg>" }
    let marks = [
      (#"<rect x="10" y="1" width="2" height="14" class="mark"/>"#, "rapporten", "the report"),
      (#"<rect x="1" y="3" width="20" height="10" class="band"/>"#, "toleransen", "its tolerance"),
      (#"<circle cx="11" cy="8" r="4" class="dot"/>"#, "simulert", "simulated"),
      (
        #"<line x1="1" x2="21" y1="8" y2="8" class="whisker"/>"#, "95 %-intervall (Monte Carlo)",
        "95 % interval (Monte Carlo)"
      ),
      (#"<rect x="1" y="1" width="20" height="14" class="outside"/>"#, "utenfor toleransen", "outside the tolerance"),
    ]
    let items = marks.map { "<span>\(sample($0.0)) \(say($0.1, $0.2))</span>" }.joined(separator: " ")
    let units = say(
      "Andeler er i prosent, feil i prosentpoeng; antall personer og forløp som de er. Linjer er linjene i rapportens tekst.",
      "Shares are percent, errors percentage points; persons and spells are counts. Lines are those of the report’s text."
    )
    return "<p class=\"legend\">\(items)</p>\n<p class=\"foot\">\(units)</p>\n"
  }

  private func section(_ title: String, _ rows: [ValidationRow]) -> String {
    guard !rows.isEmpty else { return "" }
    var html = "<h2>\(title)</h2>\n<table>\n<tr><th>\(say("tall", "fact"))</th><th>\(say("rapporten", "report"))</th>"
    html += "<th>\(say("simulert", "simulated"))</th><th>\(say("feil", "error"))</th>"
    let hasNaive = rows.contains { $0.naiveError != nil }
    if hasNaive { html += "<th>\(say("naiv feil", "naive error"))</th>" }
    html += "<th class=\"plot\"></th><th>\(say("linje", "line"))</th></tr>\n"
    for row in rows {
      let factor = row.unit.displayFactor
      let decimals = row.unit == .persons ? 0 : 1
      func shown(_ value: Double, plus: Bool = false) -> String {
        number.fixed(value * factor, decimals: decimals, showsPlus: plus)
      }
      let isOutside = row.isWithinTolerance == false
      let range = row.targetHigh.map { "–" + shown($0) } ?? ""
      html +=
        "<tr\(isOutside ? " class=\"out\"" : "")><td>\(SVG.escaped(row.statement))<br><code>\(SVG.escaped(row.id))</code></td>"
      html +=
        "<td class=\"n\">\(shown(row.target))\(range)</td><td class=\"n\">\(row.simulated.map { shown($0) } ?? "..")</td>"
      html += "<td class=\"n\">\(row.error.map { shown($0, plus: true) } ?? "..")</td>"
      if hasNaive { html += "<td class=\"n\">\(row.naiveError.map { shown($0, plus: true) } ?? "..")</td>" }
      html += "<td>\(plot(row))</td>"
      html += "<td class=\"n\">\(row.line.map(String.init) ?? "")</td></tr>\n"
    }
    return html + "</table>\n"
  }

  /// The report's value or range as a bar, its tolerance as a band, the simulated value as a dot with its interval.
  private func plot(_ row: ValidationRow) -> String {
    guard let simulated = row.simulated else { return "" }
    let high = row.targetHigh ?? row.target
    let isShare = row.unit == .share
    let top = isShare ? 1.0 : max(high, simulated, 1e-9) * 1.2
    let bottom = row.unit == .points ? min(0, row.target, simulated) - 0.1 : 0
    let width = 220.0
    func x(_ value: Double) -> Double { (max(bottom, min(value, top)) - bottom) / (top - bottom) * width }
    func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    let (low, up) = (x(row.target - row.tolerance), x(high + row.tolerance))
    var whisker = ""
    if let from = row.low, let to = row.high {
      whisker = "<line x1=\"\(text(x(from)))\" x2=\"\(text(x(to)))\" y1=\"8\" y2=\"8\" class=\"whisker\"/>"
    }
    return "<svg width=\"220\" height=\"16\" role=\"img\"><line x1=\"0\" x2=\"220\" y1=\"8\" y2=\"8\" class=\"axis\"/>"
      + "<rect x=\"\(text(low))\" y=\"3\" width=\"\(text(max(up - low, 1)))\" height=\"10\" class=\"band\"/>"
      + "<rect x=\"\(text(x(row.target) - 1))\" y=\"1\" width=\"\(text(max(x(high) - x(row.target), 2)))\" height=\"14\" class=\"mark\"/>"
      + whisker + "<circle cx=\"\(text(x(simulated)))\" cy=\"8\" r=\"4\" class=\"dot\"/></svg>"
  }

  private func effects(_ effects: [MarginalEffect], _ title: String) -> String {
    guard !effects.isEmpty else { return "" }
    var html = "<h2>\(title)</h2>\n<table>\n<tr><th></th><th>\(say("trykt, pp", "printed, pp"))</th>"
    html += "<th>\(say("simulert, pp", "simulated, pp"))</th></tr>\n"
    for effect in effects {
      html += "<tr><td>\(effect.group) · \(effect.measure) · \(effect.sex)</td>"
      html += "<td class=\"n\">\(number.fixed(effect.printed, decimals: 1))</td>"
      html += "<td class=\"n\">\(number.fixed(effect.simulated, decimals: 1))</td></tr>\n"
    }
    return html + "</table>\n"
  }

  private static let css = """
    body{font:15px/1.45 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:0}main{max-width:1000px;margin:2rem auto;padding:0 1rem}
    h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}.lead{font-size:1.05rem}table{border-collapse:collapse;width:100%}
    th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #ddd;vertical-align:top;font-size:.9rem}.n{text-align:right;white-space:nowrap}
    code{color:#666;font-size:.8rem}.out td{background:#fff4e0}.axis{stroke:#bbb}.band{fill:#dce9f5}.mark{fill:#1f4e79}.dot{fill:#c2410c}
    .whisker{stroke:#c2410c;stroke-width:2}.outside{fill:#fff4e0;stroke:#e5c98f}.legend span{margin-right:1.2rem;white-space:nowrap}.legend svg{vertical-align:middle}
    .foot{color:#666;font-size:.8rem;margin-top:2rem}.plot{width:230px}
    """
}
