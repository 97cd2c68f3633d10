#pragma once

// Lines of one export mostly differ in their texts and numbers only. What is between them, the keys
// and brackets, is compared with the line before; only what differs is read.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "ByteSearch.hpp"
#include "JSONValidation.hpp"
#include "MetricRecordReader.h"

/// How the last line of its kind was written: its bytes, and where its texts and numbers lie.
class LineLayout {
 public:
  bool isEmpty() const { return length == 0; }

  /// Takes a line that was read in full and has no backslash; `record` is what was read.
  /// Returns false where such lines cannot be compared; the layout is then empty.
  bool learn(std::string_view line, const MetricRecord &record) {
    length = 0;
    slots.clear();
    fields.clear();
    if (line.size() > mostBytes || !findSlots(line) || !findFields(line, record)) return false;
    learned = record;
    remember(line.data(), line.size());
    return true;
  }

  /// Reads a line written alike. Returns its length; 0 where it is written otherwise.
  size_t read(const char *start, size_t available, MetricRecord &record) {
    const char *end = start + available;
    const char *known = bytes.data();
    const char *at = start;
    size_t position = 0;
    size_t slot = 0;
    changes.clear();
    // The line is compared up to `at`, which is where the known line is at `position`.
    while (true) {
      size_t limit = std::min<size_t>(length - position, end - at);
      size_t equal = equalBytes(at, known + position, limit);
      at += equal;
      position += equal;
      if (position == length) break;
      if (equal == limit) return 0;
      while (slot < slots.size() && slots[slot].end < position) ++slot;
      if (slot == slots.size() || slots[slot].start > position) return 0;
      const Slot &differing = slots[slot];
      const char *value = at - (position - differing.start);
      at = differing.kind == Kind::text     ? endOfText(value, end)
           : differing.kind == Kind::number ? endOfNumber(value, end)
                                            : nullptr;
      if (at == nullptr) return 0;
      changes.push_back({uint32_t(slot), uint32_t(value - start), uint32_t(at - start)});
      position = differing.end;
      ++slot;
    }
    bool ends = at < end && (*at == '\n' || (*at == '\r' && at + 1 < end && at[1] == '\n'));
    if (!ends || size_t(at - start) > mostBytes) return 0;
    uint8_t changed = applyChanges();
    remember(start, at - start);
    record = learned;
    for (const Field &field : fields) {
      const Slot &found = slots[field.slot];
      set(record, field.offset, {start + found.start, found.end - found.start});
    }
    hasNewTime = (changed & timeMark) != 0;
    hasNewDimensions = (changed & dimensionMark) != 0;
    return at - start;
  }

  /// Whether these texts of the last line read are others than those of the line before it.
  bool hasNewTime = true, hasNewDimensions = true;

 private:
  enum class Kind : uint8_t { text, number, literal };
  struct Slot {
    uint32_t start, end;
    Kind kind;
    /// Which texts of the record it holds.
    uint8_t marks;
  };
  /// A text of the record: its slot, and where it is in the record.
  struct Field {
    uint32_t slot, offset;
  };
  /// Where a slot lies in another line.
  struct Change {
    uint32_t slot, start, end;
  };

  static constexpr size_t mostBytes = 1 << 16;
  static constexpr uint8_t timeMark = 1, dimensionMark = 2;

  /// The values of valid JSON without a backslash, but for `null`, objects and arrays.
  bool findSlots(std::string_view line) {
    size_t at = 0;
    while (at < line.size()) {
      char byte = line[at];
      if (byte == '"') {
        size_t end = line.find('"', at + 1);
        if (end == std::string_view::npos) return false;
        size_t next = line.find_first_not_of(" \t\r", end + 1);
        bool isKey = next != std::string_view::npos && line[next] == ':';
        if (!isKey) slots.push_back({uint32_t(at + 1), uint32_t(end), Kind::text, 0});
        at = end + 1;
      } else if (byte == '-' || (byte >= '0' && byte <= '9') || byte == 't' || byte == 'f') {
        size_t end = std::min(line.find_first_of(",]} \t\r", at), line.size());
        Kind kind = byte == 't' || byte == 'f' ? Kind::literal : Kind::number;
        slots.push_back({uint32_t(at), uint32_t(end), kind, 0});
        at = end;
      } else {
        ++at;
      }
    }
    return true;
  }

  /// Finds the slots of the record's texts; false where one is in none.
  bool findFields(std::string_view line, const MetricRecord &record) {
    const MetricDimensions &dimensions = record.dimensions;
    return findField(line, record, record.time, timeMark) &&
           findField(line, record, record.name, 0) && findField(line, record, record.sum, 0) &&
           findField(line, record, record.itemCount, 0) &&
           findField(line, record, record.type, 0) &&
           findField(line, record, record.itemType, 0) &&
           findField(line, record, record.itemID, 0) &&
           findField(line, record, dimensions.subscription, dimensionMark) &&
           findField(line, record, dimensions.user, dimensionMark) &&
           findField(line, record, dimensions.feature, dimensionMark) &&
           findField(line, record, dimensions.model, dimensionMark);
  }

  bool findField(
      std::string_view line, const MetricRecord &record, const MetricText &text, uint8_t mark) {
    if (text.start == nullptr) return true;
    size_t offset = reinterpret_cast<const char *>(&text) - reinterpret_cast<const char *>(&record);
    for (size_t index = 0; index < slots.size(); ++index) {
      Slot &slot = slots[index];
      if (line.data() + slot.start != text.start || slot.end - slot.start != text.length) continue;
      slot.marks |= mark;
      fields.push_back({uint32_t(index), uint32_t(offset)});
      return true;
    }
    return false;
  }

  /// Moves the slots to where the line just compared has them. Returns the marks of the changed.
  uint8_t applyChanges() {
    uint8_t marks = 0;
    uint32_t shift = 0;
    size_t next = 0;
    for (const Change &change : changes) {
      move(next, change.slot, shift);
      Slot &slot = slots[change.slot];
      // Modulo 2^32, as the addition is: lines also get shorter.
      shift = change.end - slot.end;
      slot.start = change.start;
      slot.end = change.end;
      marks |= slot.marks;
      next = change.slot + 1;
    }
    move(next, slots.size(), shift);
    return marks;
  }

  void move(size_t first, size_t last, uint32_t shift) {
    if (shift == 0) return;
    for (size_t index = first; index < last; ++index) {
      slots[index].start += shift;
      slots[index].end += shift;
    }
  }

  void remember(const char *line, size_t size) {
    if (bytes.size() < size + MetricRecordPadding) bytes.resize(2 * size + MetricRecordPadding);
    std::memcpy(bytes.data(), line, size);
    length = size;
  }

  static void set(MetricRecord &record, size_t offset, MetricText text) {
    std::memcpy(reinterpret_cast<char *>(&record) + offset, &text, sizeof text);
  }

  /// The byte behind a number. NULL where there is no number.
  static const char *endOfNumber(const char *start, const char *end) {
    const char *at = start;
    while (at < end && *at >= '0' && *at <= '9') ++at;
    bool isPlain = at > start && (*start != '0' || at == start + 1);
    bool goesOn = at < end && (*at == '.' || *at == '-' || *at == 'e' || *at == 'E');
    if (isPlain && !goesOn) return at;
    while (at < end && ((*at >= '0' && *at <= '9') || *at == '.' || *at == '-' || *at == '+' ||
                        *at == 'e' || *at == 'E')) {
      ++at;
    }
    return isJSONNumber(std::string_view(start, at - start)) ? at : nullptr;
  }

  std::vector<char> bytes;
  size_t length = 0;
  std::vector<Slot> slots;
  std::vector<Field> fields;
  std::vector<Change> changes;
  /// Says which keys are absent, and what the others are called.
  MetricRecord learned{};
};
