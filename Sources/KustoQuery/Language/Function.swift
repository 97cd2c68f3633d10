/// The functions and aggregates of KQL that the queries call.
enum Function: String, Hashable, Sendable {
  // Scalars.
  case bagKeys = "bag_keys"
  case coalesce
  case columnIfExists = "column_ifexists"
  case ingestionTime = "ingestion_time"
  case isEmpty = "isempty"
  case isInfinite = "isinf"
  case isNaN = "isnan"
  case isNotEmpty = "isnotempty"
  case isNull = "isnull"
  case iff
  case localTime = "datetime_utc_to_local"
  case round
  case startOfDay = "startofday"
  case startOfMonth = "startofmonth"
  case toLong = "tolong"
  case toString = "tostring"
  // Aggregates.
  case argMax = "arg_max"
  case count
  case countIf = "countif"
  case max
  case min
  case percentile
  case sum
  case sumIf = "sumif"
}
