// swift-tools-version: 6.2
import PackageDescription

// Targets stand on floors; a target imports only lower floors. `Tools/check-floors`
// holds the floor of each target and refuses anything else.
/// Every test target, in the order of the floors of what it tests.
let tests: [Target] = [
  .target(name: "ScrupleReferenceKernels", path: "Tests/ScrupleReferenceKernels"),
  .target(name: "ScrupleVectorFiles", path: "Tests/ScrupleVectorFiles"),
  .target(name: "ScrupleSharedFiles", path: "Tests/ScrupleSharedFiles"),
  .target(name: "ScrupleScratchFolders", path: "Tests/ScrupleScratchFolders"),
  .target(
    name: "ScrupleMadeUpRecords", dependencies: ["ScrupleNormalization", "ScrupleRecords"],
    path: "Tests/ScrupleMadeUpRecords"),
  .testTarget(
    name: "ScrupleKernelsTests",
    dependencies: ["ScrupleKernels", "ScrupleReferenceKernels", "ScrupleVectorFiles"]),
  .testTarget(
    name: "ScrupleStatisticsTests", dependencies: ["ScrupleStatistics", "ScrupleSharedFiles"]),
  .testTarget(name: "ScrupleExecutionTests", dependencies: ["ScrupleExecution"]),
  .testTarget(
    name: "ScrupleRecordsTests", dependencies: ["ScrupleMadeUpRecords", "ScrupleRecords"]),
  .testTarget(
    name: "ScrupleNormalizationTests",
    dependencies: [
      "ScrupleExecution", "ScrupleKernels", "ScrupleMadeUpRecords", "ScrupleNormalization",
      "ScrupleRecords", "ScrupleVectorFiles",
    ]),
  .testTarget(name: "ScrupleGroundTruthTests", dependencies: ["ScrupleGroundTruth"]),
  .testTarget(
    name: "ScrupleBlockingTests",
    dependencies: [
      "ScrupleBlocking", "ScrupleExecution", "ScrupleMadeUpRecords", "ScrupleNormalization",
      "ScrupleRecords",
    ]),
  .testTarget(
    name: "ScrupleCorpusTests",
    dependencies: ["ScrupleCorpus", "ScrupleExecution", "ScrupleFormats", "ScrupleSharedFiles"]),
  .testTarget(
    name: "ScrupleComparisonTests",
    dependencies: [
      "ScrupleComparison", "ScrupleKernels", "ScrupleMadeUpRecords", "ScrupleNormalization",
      "ScrupleRecords",
    ]),
  .testTarget(
    name: "ScrupleScoringTests",
    dependencies: ["ScrupleComparison", "ScrupleExecution", "ScrupleScoring"]),
  .testTarget(
    name: "ScrupleDecisionTests",
    dependencies: ["ScrupleComparison", "ScrupleExecution", "ScrupleScoring", "ScrupleDecision"]),
  .testTarget(
    name: "ScrupleFlaggingTests",
    dependencies: ["ScrupleFlagging", "ScrupleNormalization", "ScrupleRecords"]),
  .testTarget(
    name: "ScrupleAuditTests",
    dependencies: [
      "ScrupleAudit", "ScrupleGroundTruth", "ScrupleScratchFolders", "ScrupleSharedFiles",
      "ScrupleStatistics",
    ],
    exclude: ["Golden"]),
  .testTarget(
    name: "ScrupleReportsTests",
    dependencies: [
      "ScrupleAudit", "ScrupleGroundTruth", "ScrupleReports", "ScrupleScoring",
      "ScrupleScratchFolders", "ScrupleStatistics",
    ],
    exclude: ["Golden", "browser.py"]),
  .testTarget(
    name: "ScrupleFormatsTests", dependencies: ["ScrupleFormats", "ScrupleRecords"]),
  // Runs the built program, which SwiftPM builds for a test of its target.
  .testTarget(
    name: "ScrupleCLITests",
    dependencies: [
      "Scruple", "ScrupleAudit", "ScrupleBlocking", "ScrupleCLI", "ScrupleComparison",
      "ScrupleCorpus", "ScrupleDecision", "ScrupleFlagging", "ScrupleFormats", "ScrupleGroundTruth",
      "ScrupleNormalization", "ScrupleRecords", "ScrupleScoring", "ScrupleScratchFolders",
    ],
    exclude: ["DemoRun", "Golden"]),
  .testTarget(
    name: "ScrupleLinkageTests",
    dependencies: [
      "Scruple", "ScrupleAudit", "ScrupleBlocking", "ScrupleComparison", "ScrupleDecision",
      "ScrupleExecution", "ScrupleFormats", "ScrupleGroundTruth", "ScrupleMadeUpRecords",
      "ScrupleNormalization", "ScrupleRecords", "ScrupleScoring", "ScrupleScratchFolders",
    ]),
]

let package = Package(
  name: "scruple",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "scruple", targets: ["ScrupleCLI"]),
    .library(name: "Scruple", targets: ["Scruple"]),
    .library(name: "ScrupleKernels", targets: ["ScrupleKernels"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // 0: system libraries behind opaque C headers
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .target(name: "CScrupleUnicode", dependencies: ["CICU"]),
    .target(name: "CScrupleCompression", dependencies: ["CZlib"]),
    .target(name: "CScrupleDigest", dependencies: ["CLibCrypto"]),
    .target(
      name: "CScrupleBuild",
      cSettings: Context.environment["SCRUPLE_COMMIT"].map {
        [.define("SCRUPLE_COMMIT", to: "\"\($0)\"")]
      }),
    .target(name: "CScrupleKernels"),
    // 1
    .target(name: "ScrupleKernels", dependencies: ["CScrupleKernels"]),
    .target(name: "ScrupleStatistics"),
    .target(name: "ScrupleExecution"),
    .target(name: "ScrupleRecords"),
    // 2
    .target(
      name: "ScrupleFormats",
      dependencies: ["CScrupleCompression", "CScrupleDigest", "ScrupleRecords"]),
    .target(
      name: "ScrupleNormalization",
      dependencies: ["CScrupleUnicode", "ScrupleExecution", "ScrupleKernels", "ScrupleRecords"]),
    .target(name: "ScrupleGroundTruth"),
    // 3
    .target(
      name: "ScrupleBlocking",
      dependencies: ["ScrupleExecution", "ScrupleNormalization", "ScrupleRecords"]),
    .target(
      name: "ScrupleCorpus",
      dependencies: ["ScrupleExecution", "ScrupleFormats", "ScrupleGroundTruth"]),
    // 4
    .target(
      name: "ScrupleComparison",
      dependencies: ["ScrupleKernels", "ScrupleNormalization", "ScrupleRecords"]),
    // 5
    .target(name: "ScrupleScoring", dependencies: ["ScrupleComparison", "ScrupleExecution"]),
    // 6
    .target(
      name: "ScrupleDecision",
      dependencies: ["ScrupleComparison", "ScrupleExecution", "ScrupleScoring"]),
    // 7
    .target(
      name: "ScrupleFlagging",
      dependencies: ["ScrupleNormalization", "ScrupleRecords"]),
    // 8
    .target(
      name: "ScrupleAudit",
      dependencies: ["ScrupleDecision", "ScrupleGroundTruth", "ScrupleStatistics"]),
    // 9
    .target(
      name: "ScrupleReports",
      dependencies: [
        "ScrupleAudit", "ScrupleFormats", "ScrupleGroundTruth", "ScrupleScoring",
        "ScrupleStatistics",
      ]),
    // 10
    .target(
      name: "Scruple",
      dependencies: [
        "ScrupleAudit", "ScrupleBlocking", "ScrupleComparison", "ScrupleDecision",
        "ScrupleExecution", "ScrupleFlagging", "ScrupleFormats", "ScrupleGroundTruth",
        "ScrupleNormalization", "ScrupleRecords", "ScrupleScoring",
      ]),
    // 11
    .executableTarget(
      name: "ScrupleCLI",
      dependencies: [
        "CScrupleBuild", "Scruple", "ScrupleAudit", "ScrupleBlocking", "ScrupleComparison",
        "ScrupleCorpus", "ScrupleDecision", "ScrupleExecution", "ScrupleFlagging", "ScrupleFormats",
        "ScrupleGroundTruth",
        "ScrupleNormalization", "ScrupleRecords", "ScrupleReports", "ScrupleScoring",
        "ScrupleStatistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
  ] + tests,
  swiftLanguageModes: [.v6]
)
