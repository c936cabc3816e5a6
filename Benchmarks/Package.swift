// swift-tools-version: 6.2
import PackageDescription

// The worker of the kernel benchmarks. It needs the kernels alone, so building it is
// cheap; whole jobs are measured on the program itself.
let package = Package(
  name: "scruple-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "scruple", path: "..")],
  targets: [
    .executableTarget(
      name: "scruple-bench",
      dependencies: [.product(name: "ScrupleKernels", package: "scruple")],
      path: "Sources/ScrupleBench")
  ],
  swiftLanguageModes: [.v6]
)
