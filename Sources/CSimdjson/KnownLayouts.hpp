#pragma once

#include <algorithm>
#include <string_view>

#include "LineLayout.hpp"

/// How the lines of late were written.
class KnownLayouts {
 public:
  /// Takes a line that was read in full and can be compared with others.
  void learn(std::string_view line, const MetricRecord &record) {
    // Lines of ever new layouts cost more to remember than it saves: then every eighth is.
    patience = std::min(patience + 1, mostPatience);
    if (patience < learningCost) return;
    patience -= learningCost;
    size_t place = layouts[current].isEmpty() ? current : (current + 1) % count;
    if (layouts[place].learn(line, record)) {
      current = place;
      layoutOfLast = place;
    }
  }

  /// Takes note of a record read in full, before it is learned.
  void numberUnknown(MetricRecord &record) {
    layoutOfLast = count;
    record.timeNumber = ++timeNumber;
    record.dimensionsNumber = ++dimensionsNumber;
  }

  /// Returns the line's length; 0 where it is written in no layout known.
  size_t read(const char *start, size_t available, MetricRecord &record) {
    for (size_t tried = 0; tried < count; ++tried) {
      size_t place = (current + tried) % count;
      LineLayout &layout = layouts[place];
      size_t length = layout.isEmpty() ? 0 : layout.read(start, available, record);
      if (length == 0) continue;
      current = place;
      patience = std::min(patience + 1, mostPatience);
      // What the layout compared it with is the record before only if that had the same layout.
      bool isKnown = layoutOfLast == place;
      layoutOfLast = place;
      if (!isKnown || layout.hasNewTime) ++timeNumber;
      if (!isKnown || layout.hasNewDimensions) ++dimensionsNumber;
      record.timeNumber = timeNumber;
      record.dimensionsNumber = dimensionsNumber;
      return length;
    }
    return 0;
  }

 private:
  static constexpr size_t count = 4;
  static constexpr int learningCost = 8, mostPatience = 64;

  LineLayout layouts[count];
  size_t current = 0;
  /// Of the last record; `count` where it had none of these.
  size_t layoutOfLast = count;
  uint64_t timeNumber = 0, dimensionsNumber = 0;
  int patience = mostPatience;
};
