/// The 97.5 % quantile of Student's t distribution.
package func studentQuantile(degreesOfFreedom n: Int) -> Double {
  let table = [
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
    2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484,
    2.0452, 2.0423,
  ]
  guard n > 0 else { return .infinity }
  if n <= table.count { return table[n - 1] }
  // Cornish–Fisher in 1/n around the normal quantile.
  let z = 1.959964
  let m = Double(n)
  return z + (z * z * z + z) / (4 * m) + (5 * z * z * z * z * z + 16 * z * z * z + 3 * z) / (96 * m * m)
}
