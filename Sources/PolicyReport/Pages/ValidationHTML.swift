import PolicyCore

/// `validate` as one self-contained HTML page: a summary by system, every compared fact as a dot beside the report's mark,
/// Tabell 5, and the reasons of what is not compared.
public enum ValidationHTML {
  public static func page(_ report: ValidationReport, provenance: Provenance, language: OutputLanguage) -> String {
    func say(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }
    let fitted = report.rows.filter { $0.use == .fitted && $0.error != nil }
    let held = report.rows.filter { $0.use == .heldOut && $0.error != nil }
    let within = fitted.count { $0.isWithinTolerance == true }
    let near = held.count { abs($0.error ?? 1) <= 0.05 }
    let title = say("Modellen og rapporten", "The model and the report")
    var body = "<h1>\(title)</h1>\n"
    body += "<p class=\"lead\">"
    body += say(
      "\(within) av \(fitted.count) tilpassede tall er innenfor toleransen. Av \(held.count) tall som er holdt utenfor, er \(near) "
        + "innen fem prosentpoeng.",
      "\(within) of \(fitted.count) fitted facts are within tolerance. Of \(held.count) facts that were held out, \(near) are "
        + "within five percentage points.")
    body += "</p>\n"
    body += section(say("Holdt utenfor tilpasningen", "Held out of the fit"), held, language)
    body += section(say("Tilpasset", "Fitted"), fitted, language)
    body += effects(
      report.marginalEffects,
      say("Tabell 5: gjennomsnittlig derivert per måned", "Tabell 5: average derivative a month"), language)
    body += "<h2>" + say("Brukt som inndata, eller ikke brukt", "Inputs, and what is not used") + "</h2>\n<table>\n"
    for row in report.rows where row.use == .input || row.use == .unused {
      body +=
        "<tr><td><code>\(escaped(row.id))</code></td><td>\(row.line.map(String.init) ?? "")</td><td>\(row.use.rawValue)</td>"
        + "<td>\(escaped(row.reason))</td></tr>\n"
    }
    body +=
      "</table>\n<p class=\"foot\">\(escaped(provenance.tool)) · data \(escaped(provenance.data)) · seed \(provenance.seed)</p>\n"
    return """
      <!doctype html>
      <html lang="\(language == .nb ? "nb" : "en")">
      <head><meta charset="utf-8"><title>\(title)</title><style>\(css)</style></head>
      <body><main>
      \(body)</main></body></html>

      """
  }

  private static func section(_ title: String, _ rows: [ValidationRow], _ language: OutputLanguage) -> String {
    guard !rows.isEmpty else { return "" }
    func say(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }
    let number = NumberFormat(language)
    var html = "<h2>\(title)</h2>\n<table>\n<tr><th>\(say("tall", "fact"))</th><th>\(say("rapporten", "report"))</th>"
    html +=
      "<th>\(say("simulert", "simulated"))</th><th>\(say("feil", "error"))</th><th class=\"plot\"></th><th>\(say("linje", "line"))</th></tr>\n"
    for row in rows {
      let factor = row.unit.displayFactor
      let decimals = row.unit == .persons ? 0 : 1
      func shown(_ value: Double, plus: Bool = false) -> String {
        number.fixed(value * factor, decimals: decimals, showsPlus: plus)
      }
      let isOutside = row.isWithinTolerance == false
      let range = row.targetHigh.map { "–" + shown($0) } ?? ""
      html +=
        "<tr\(isOutside ? " class=\"out\"" : "")><td>\(escaped(row.statement))<br><code>\(escaped(row.id))</code></td>"
      html +=
        "<td class=\"n\">\(shown(row.target))\(range)</td><td class=\"n\">\(row.simulated.map { shown($0) } ?? "..")</td>"
      html += "<td class=\"n\">\(row.error.map { shown($0, plus: true) } ?? "..")</td><td>\(plot(row))</td>"
      html += "<td class=\"n\">\(row.line.map(String.init) ?? "")</td></tr>\n"
    }
    return html + "</table>\n"
  }

  /// The report's value or range as a bar, its tolerance as a band, the simulated value as a dot.
  private static func plot(_ row: ValidationRow) -> String {
    guard let simulated = row.simulated else { return "" }
    let high = row.targetHigh ?? row.target
    let isShare = row.unit == .share
    let top = isShare ? 1.0 : max(high, simulated, 1e-9) * 1.2
    let bottom = row.unit == .points ? min(0, row.target, simulated) - 0.1 : 0
    let width = 220.0
    func x(_ value: Double) -> Double { (max(bottom, min(value, top)) - bottom) / (top - bottom) * width }
    func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    let (low, up) = (x(row.target - row.tolerance), x(high + row.tolerance))
    return "<svg width=\"220\" height=\"16\" role=\"img\"><line x1=\"0\" x2=\"220\" y1=\"8\" y2=\"8\" class=\"axis\"/>"
      + "<rect x=\"\(text(low))\" y=\"3\" width=\"\(text(max(up - low, 1)))\" height=\"10\" class=\"band\"/>"
      + "<rect x=\"\(text(x(row.target) - 1))\" y=\"1\" width=\"\(text(max(x(high) - x(row.target), 2)))\" height=\"14\" class=\"mark\"/>"
      + "<circle cx=\"\(text(x(simulated)))\" cy=\"8\" r=\"4\" class=\"dot\"/></svg>"
  }

  private static func effects(_ effects: [MarginalEffect], _ title: String, _ language: OutputLanguage) -> String {
    guard !effects.isEmpty else { return "" }
    let number = NumberFormat(language)
    var html = "<h2>\(title)</h2>\n<table>\n"
    for effect in effects {
      html += "<tr><td>\(effect.group) · \(effect.measure) · \(effect.sex)</td>"
      html += "<td class=\"n\">\(number.fixed(effect.printed, decimals: 1))</td>"
      html += "<td class=\"n\">\(number.fixed(effect.simulated, decimals: 1))</td></tr>\n"
    }
    return html + "</table>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static let css = """
    body{font:15px/1.45 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:0}main{max-width:1000px;margin:2rem auto;padding:0 1rem}
    h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}.lead{font-size:1.05rem}table{border-collapse:collapse;width:100%}
    th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #ddd;vertical-align:top;font-size:.9rem}.n{text-align:right;white-space:nowrap}
    code{color:#666;font-size:.8rem}.out td{background:#fff4e0}.axis{stroke:#bbb}.band{fill:#dce9f5}.mark{fill:#1f4e79}.dot{fill:#c2410c}
    .foot{color:#666;font-size:.8rem;margin-top:2rem}.plot{width:230px}
    """
}
