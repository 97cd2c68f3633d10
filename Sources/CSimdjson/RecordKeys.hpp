#pragma once

#include <string_view>

#include "MetricRecordReader.h"

/// What a key of a record says. Two keys of one meaning contradict each other.
enum class Meaning {
  nothing, time, name, sum, value, itemCount, plainItemCount, type, itemType, itemID, properties,
  records,
};

/// A key, and whether only `customMetrics` records have it.
struct RecordKey {
  std::string_view name;
  Meaning meaning;
  bool isCustom;
};

/// The columns of AppMetrics, their other names in customMetrics, and `time`, which diagnostic
/// settings write for TimeGenerated.
inline constexpr RecordKey recordKeys[] = {
    {"TimeGenerated", Meaning::time, false},
    {"time", Meaning::time, false},
    {"timestamp", Meaning::time, true},
    {"Name", Meaning::name, false},
    {"name", Meaning::name, true},
    {"Sum", Meaning::sum, false},
    {"valueSum", Meaning::sum, true},
    {"value", Meaning::value, true},
    {"ItemCount", Meaning::itemCount, false},
    {"valueCount", Meaning::itemCount, true},
    {"itemCount", Meaning::plainItemCount, true},
    {"Type", Meaning::type, false},
    {"itemType", Meaning::itemType, true},
    {"_ItemId", Meaning::itemID, false},
    {"itemId", Meaning::itemID, true},
    {"Properties", Meaning::properties, false},
    {"customDimensions", Meaning::properties, true},
    {"records", Meaning::records, false},
};

/// NULL where nobody reads the key.
inline const RecordKey *recordKey(std::string_view name) {
  for (const RecordKey &key : recordKeys) {
    // Names of one length differ in their first bytes mostly: nearly all keys end here.
    if (key.name.size() == name.size() && key.name[0] == name[0] && key.name == name) return &key;
  }
  return nullptr;
}

inline MetricText view(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view(MetricText text) {
  return std::string_view(text.start, text.length);
}
