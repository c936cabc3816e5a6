/// Sorting by a small number that each element has.
enum CountingSort {
  /// Elements by their bucket; those of one bucket stay in order.
  ///
  /// - Parameter bucket: of an element, in 0..<bucketCount.
  /// - Complexity: O(elements + buckets).
  @inline(__always)
  static func sorted<Element>(
    _ elements: [Element], bucketCount: Int, by bucket: (Element) -> Int
  ) -> [Element] {
    var places = [Int](repeating: 0, count: bucketCount + 1)
    for element in elements { places[bucket(element) + 1] += 1 }
    for number in 0..<bucketCount { places[number + 1] += places[number] }
    return [Element](unsafeUninitializedCapacity: elements.count) { sorted, count in
      // SAFETY: each element has a place of its own below their number.
      for element in elements {
        let number = bucket(element)
        (sorted.baseAddress! + places[number]).initialize(to: element)
        places[number] += 1
      }
      count = elements.count
    }
  }
}
