// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "scruple",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "ScrupleRecords"),
    .target(name: "ScrupleExecution"),
  ],
  swiftLanguageModes: [.v6]
)
