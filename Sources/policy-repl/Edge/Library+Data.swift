import PolicyCore
import PolicyLang
import PolicySession
import Simulator

/// Data that do not fit the model end a command as a simulation that could not run.
enum Failing {
  static func onData<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DataError {
      throw EngineFailure(Label(nb: error.description, en: error.description))
    }
  }
}

extension Library {
  /// The data files that a population is made from.
  func populationTexts() throws -> PopulationTexts {
    try PopulationTexts { path in
      guard let text = text(path) else {
        throw Stop(.failure, Label(nb: "\(prefix)\(path) mangler.", en: "\(prefix)\(path) is missing."))
      }
      return text
    }
  }

  /// What `calibrate` found; none without its file.
  func fittedValues() throws -> [String: FittedValue] {
    guard let csv = text("data/fitted.csv") else { return [:] }
    do { return try FittedValues.parse(csv) } catch { throw Stop(.failure, error.message) }
  }

  /// The simulator with this library's data.
  ///
  /// - Parameters:
  ///   - model: Which model of Tabell 13 governs job seekers; `nil` for the one in use.
  ///   - microdata: Own persons instead of the synthetic ones.
  func engine(
    for catalogue: Catalogue, model: Int? = nil, microdata: Microdata? = nil, allowsIndividuals: Bool = false
  ) throws -> Engine {
    try Failing.onData {
      let data = try ModelData(text: text)
      guard let model else {
        return try Engine(
          data: data, catalogue: catalogue, microdata: microdata, allowsIndividuals: allowsIndividuals)
      }
      return try Engine(data: data, catalogue: catalogue, seekerModel: model, microdata: microdata)
    }
  }

  /// What `use` can name without a path.
  var moduleNames: [String] {
    paths.filter { $0.hasSuffix(".policy") && !$0.contains("/") }.map { String($0.dropLast(".policy".count)) }
  }
}
