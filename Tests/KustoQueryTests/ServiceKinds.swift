import KustoQuery
import UsageModel

let workspace = ServiceKind.logAnalytics(workspace: "6f2c0d3e-1111-2222-3333-444455556666")
let component = ServiceKind.applicationInsights(app: "6f2c0d3e-1111-2222-3333-444455556666")
let gatewayLog = ServiceKind.gatewayLLMLog(workspace: "6f2c0d3e-1111-2222-3333-444455556666")
let cluster = ServiceKind.dataExplorer(database: "usage", table: .appMetrics)
let classicCluster = ServiceKind.dataExplorer(database: "usage", table: .customMetrics)
let everyKind = [workspace, component, gatewayLog, cluster, classicCluster]

/// 22 November 2026 in Berlin.
let dayStart = Timestamp(ticks: 1_795_302_000 * Timestamp.ticksPerSecond)
let dayEnd = Timestamp(ticks: 1_795_388_400 * Timestamp.ticksPerSecond)

func usageText(
  of kind: ServiceKind, dimensions: DimensionMapping = .recommended, metrics: [String]? = nil
) -> String {
  UsageQuery(kind: kind, dimensions: dimensions, metrics: metrics, timeZone: "Europe/Berlin")
    .text(from: dayStart, to: dayEnd)
}

func completenessTexts(
  of kind: ServiceKind, dimensions: DimensionMapping = .recommended
) -> [(subject: CompletenessSubject, text: String)] {
  completenessQueries(of: kind, dimensions: dimensions, timeZone: "Europe/Berlin")
    .map { ($0.subject, $0.text(from: dayStart, to: dayEnd)) }
}
