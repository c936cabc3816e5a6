/// Plain twins of the kernels: textbook definitions over arrays, no tricks.
///
/// They are the authority when a kernel and a twin differ, so they are written to
/// be seen right, never to be fast.
package enum Reference {
  /// Symbols of a text.
  package typealias Text = [UInt32]
}
