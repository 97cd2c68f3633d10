// SwiftPM's release builds leave assertions on; simdjson has them in its innermost loops.
#if defined(__OPTIMIZE__) && !defined(NDEBUG)
#define NDEBUG
#endif
#define SIMDJSON_EXCEPTIONS 0
#include "MetricRecordReader.h"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "JSONValidation.hpp"
#include "KnownLayouts.hpp"
#include "RecordKeys.hpp"

static_assert(MetricRecordPadding >= simdjson::SIMDJSON_PADDING, "lines need more padding");

namespace {

using simdjson::ondemand::field;
using simdjson::ondemand::object;
using simdjson::ondemand::value;
using Outcome = MetricRecordOutcome;

std::optional<std::string> owned(MetricText text) {
  if (text.start == nullptr) return std::nullopt;
  return std::string(text.start, text.length);
}

Outcome outcome(simdjson::error_code error) {
  switch (error) {
    case simdjson::SUCCESS: return MetricRecordRead;
    case simdjson::UTF8_ERROR: return MetricRecordNotUTF8;
    case simdjson::DEPTH_ERROR: return MetricRecordTooDeep;
    case simdjson::MEMALLOC: return MetricRecordOutOfMemory;
    default: return MetricRecordNotJSON;
  }
}

/// A record while its keys come.
struct RecordInProgress {
  MetricRecord &record;
  MetricText value{}, plainItemCount{}, quotedProperties{};
  /// The key that each meaning came with.
  const RecordKey *keys[size_t(Meaning::records) + 1] = {};
  bool hasCustomKeys = false;

  const RecordKey *&key(Meaning meaning) { return keys[size_t(meaning)]; }
};

}  // namespace

struct MetricRecordReader {
  explicit MetricRecordReader(MetricDimensions properties)
      : subscription(owned(properties.subscription)),
        user(owned(properties.user)),
        feature(owned(properties.feature)),
        model(owned(properties.model)) {}

  Outcome read(std::string_view line, MetricRecord &record) {
    hasEscapes = std::memchr(line.data(), '\\', line.size()) != nullptr;
    batch.clear();
    nextOfBatch = 0;
    RecordInProgress progress{record};
    Outcome result = readObject(line, lineParser, true, progress);
    if (result != MetricRecordRead) return result;
    if (progress.key(Meaning::records) != nullptr) return batchOf(progress);
    result = complete(progress);
    if (result != MetricRecordRead) return result;
    // Texts written with backslashes are not compared, so such a line is like no other.
    layouts.numberUnknown(record);
    if (!hasEscapes && progress.quotedProperties.start == nullptr) layouts.learn(line, record);
    dropEmptyID(record);
    return MetricRecordRead;
  }

  size_t readAlike(const char *start, size_t length, MetricRecord &record) {
    size_t lineLength = layouts.read(start, length, record);
    dropEmptyID(record);
    return lineLength;
  }

  Outcome readNextOfBatch(MetricRecord &record) {
    if (nextOfBatch == batch.size()) return MetricRecordBatchEnd;
    RecordInProgress progress{record};
    Outcome result = readObject(batch[nextOfBatch++], recordParser, false, progress);
    if (result == MetricRecordRead) result = complete(progress);
    layouts.numberUnknown(record);
    dropEmptyID(record);
    return result;
  }

  void rewindBatch() { nextOfBatch = 0; }

 private:
  Outcome readObject(std::string_view text, simdjson::ondemand::parser &parser, bool mayBeBatch,
                     RecordInProgress &progress) {
    simdjson::ondemand::document document;
    auto error = parser.iterate(text.data(), text.size(), text.size() + MetricRecordPadding)
                     .get(document);
    if (error) return outcome(error);
    object fields;
    error = document.get_object().get(fields);
    if (error == simdjson::INCORRECT_TYPE) return MetricRecordNotObject;
    if (error) return outcome(error);
    for (auto next : fields) {
      field one;
      std::string_view name;
      if ((error = std::move(next).get(one)) || (error = readKey(one, hasEscapes, name))) {
        return outcome(error);
      }
      const RecordKey *key = recordKey(name);
      Outcome result = key == nullptr || (key->meaning == Meaning::records && !mayBeBatch)
                           ? outcome(validate(std::move(one).value(), hasEscapes))
                           : readValue(*key, std::move(one).value(), progress);
      if (result != MetricRecordRead) return result;
    }
    // Something follows the object: two records on one line, or a torn one.
    const char *rest;
    return document.current_location().get(rest) ? MetricRecordRead : MetricRecordNotJSON;
  }

  Outcome readValue(const RecordKey &key, value &&found, RecordInProgress &progress) {
    MetricRecord &record = progress.record;
    if (key.meaning == Meaning::records) return readBatch(key, std::move(found), progress);
    const RecordKey *&known = progress.key(key.meaning);
    if (known != nullptr) {
      record.key = view(known->name);
      record.otherKey = view(key.name);
      return known == &key ? MetricRecordKeyRepeated : MetricRecordKeysContradict;
    }
    known = &key;
    progress.hasCustomKeys = progress.hasCustomKeys || key.isCustom;
    switch (key.meaning) {
      case Meaning::time: return readText(key, std::move(found), false, record.time, record);
      case Meaning::name: return readText(key, std::move(found), false, record.name, record);
      case Meaning::sum: return readText(key, std::move(found), true, record.sum, record);
      case Meaning::value: return readText(key, std::move(found), true, progress.value, record);
      case Meaning::itemCount:
        return readText(key, std::move(found), true, record.itemCount, record);
      case Meaning::plainItemCount:
        return readText(key, std::move(found), true, progress.plainItemCount, record);
      case Meaning::type: return readText(key, std::move(found), false, record.type, record);
      case Meaning::itemType:
        return readText(key, std::move(found), false, record.itemType, record);
      case Meaning::itemID:
        if (tokenOf(found).front() != '"') return outcome(validate(std::move(found), hasEscapes));
        return readText(key, std::move(found), false, record.itemID, record);
      case Meaning::properties: return readProperties(key, std::move(found), progress);
      default: return MetricRecordNotJSON;
    }
  }

  /// The value as one text: a string unescaped (or as written), a number or literal as written.
  Outcome readText(const RecordKey &key, value &&found, bool keepsQuotes, MetricText &text,
                   MetricRecord &record) {
    return readText(key.name, std::move(found), keepsQuotes, text, record);
  }

  Outcome readText(std::string_view key, value &&found, bool keepsQuotes, MetricText &text,
                   MetricRecord &record) {
    std::string_view token = tokenOf(found);
    if (token.front() == '{' || token.front() == '[') {
      record.key = view(key);
      return MetricRecordKeyNotSingle;
    }
    std::string_view unescaped;
    auto error = readScalar(found, token, hasEscapes, unescaped);
    if (error || token == "null") return outcome(error);
    text = view(keepsQuotes ? token : unescaped);
    return MetricRecordRead;
  }

  /// Notes where the records of a batch are; each is checked when its turn comes.
  Outcome readBatch(const RecordKey &key, value &&found, RecordInProgress &progress) {
    if (tokenOf(found).front() != '[') return outcome(validate(std::move(found), hasEscapes));
    const RecordKey *&known = progress.key(key.meaning);
    if (known != nullptr) {
      progress.record.key = view(key.name);
      return MetricRecordKeyRepeated;
    }
    known = &key;
    simdjson::ondemand::array elements;
    if (auto error = found.get_array().get(elements)) return outcome(error);
    for (auto next : elements) {
      value element;
      std::string_view text;
      if (auto error = std::move(next).get(element)) return outcome(error);
      if (auto error = rawText(std::move(element), text)) return outcome(error);
      batch.push_back(text);
    }
    return MetricRecordRead;
  }

  simdjson::error_code rawText(value &&element, std::string_view &text) {
    text = tokenOf(element);
    if (text.front() == '{') {
      object one;
      if (auto error = element.get_object().get(one)) return error;
      return one.raw_json().get(text);
    }
    if (text.front() == '[') {
      simdjson::ondemand::array one;
      if (auto error = element.get_array().get(one)) return error;
      return one.raw_json().get(text);
    }
    return validate(std::move(element), hasEscapes);
  }

  Outcome batchOf(RecordInProgress &progress) {
    for (const RecordKey *other : progress.keys) {
      if (other == nullptr || other->meaning == Meaning::records) continue;
      progress.record.key = view(progress.key(Meaning::records)->name);
      progress.record.otherKey = view(other->name);
      return MetricRecordKeysContradict;
    }
    return MetricRecordBatch;
  }

  Outcome readProperties(const RecordKey &key, value &&found, RecordInProgress &progress) {
    MetricRecord &record = progress.record;
    record.key = view(key.name);
    std::string_view token = tokenOf(found);
    if (token.front() == '"') {
      return readText(key, std::move(found), false, progress.quotedProperties, record);
    }
    if (token == "null") return outcome(validate(std::move(found), hasEscapes));
    object properties;
    auto error = found.get_object().get(properties);
    if (error == simdjson::INCORRECT_TYPE) return MetricRecordPropertiesNotObject;
    if (error) return outcome(error);
    return readDimensions(properties, hasEscapes, record);
  }

  /// Some exports write the properties as a string that holds JSON.
  Outcome readQuotedProperties(RecordInProgress &progress) {
    MetricRecord &record = progress.record;
    record.key = view(progress.key(Meaning::properties)->name);
    std::string_view quoted = view(progress.quotedProperties);
    propertiesText.assign(quoted);
    propertiesText.append(MetricRecordPadding, '\0');
    simdjson::ondemand::document document;
    object properties;
    if (propertiesParser.iterate(propertiesText.data(), quoted.size(), propertiesText.size())
            .get(document) ||
        document.get_object().get(properties)) {
      return MetricRecordPropertiesNotObject;
    }
    Outcome result = readDimensions(properties, true, record);
    const char *rest;
    bool ended = document.current_location().get(rest) != simdjson::SUCCESS;
    if (result == MetricRecordNotJSON || (result == MetricRecordRead && !ended)) {
      return MetricRecordPropertiesNotObject;
    }
    return result;
  }

  Outcome readDimensions(object &properties, bool mayHaveEscapes, MetricRecord &record) {
    for (auto next : properties) {
      field one;
      std::string_view key;
      if (auto error = std::move(next).get(one)) return outcome(error);
      if (auto error = readKey(one, mayHaveEscapes, key)) return outcome(error);
      if (key != subscription && key != user && key != feature && key != model) {
        if (auto error = validate(std::move(one).value(), mayHaveEscapes)) return outcome(error);
        continue;
      }
      MetricText text{};
      auto result = readText(key, std::move(one).value(), false, text, record);
      if (result != MetricRecordRead) return result;
      // One property may name several dimensions.
      for (auto [name, dimension] :
           {std::pair{&subscription, &record.dimensions.subscription},
            std::pair{&user, &record.dimensions.user},
            std::pair{&feature, &record.dimensions.feature},
            std::pair{&model, &record.dimensions.model}}) {
        if (*name != key) continue;
        if (dimension->start != nullptr) {
          record.key = view(key);
          return MetricRecordKeyRepeated;
        }
        *dimension = text;
      }
    }
    return MetricRecordRead;
  }

  /// What only all keys together tell.
  Outcome complete(RecordInProgress &progress) {
    MetricRecord &record = progress.record;
    const RecordKey *telling = progress.key(Meaning::name);
    if (telling == nullptr) telling = progress.key(Meaning::time);
    bool isCustom = telling != nullptr ? telling->isCustom : progress.hasCustomKeys;
    auto keyOf = [&](Meaning meaning, std::string_view column, std::string_view customColumn) {
      const RecordKey *key = progress.key(meaning);
      return view(key != nullptr ? key->name : isCustom ? customColumn : column);
    };
    record.timeKey = keyOf(Meaning::time, "TimeGenerated", "timestamp");
    record.nameKey = keyOf(Meaning::name, "Name", "name");
    record.sumKey = keyOf(Meaning::sum, "Sum", "valueSum");
    record.itemCountKey = keyOf(Meaning::itemCount, "ItemCount", "valueCount");
    if (record.sum.start == nullptr && progress.value.start != nullptr) {
      record.sum = progress.value;
      record.sumKey = view(progress.key(Meaning::value)->name);
    }
    if (record.itemCount.start == nullptr && progress.plainItemCount.start != nullptr) {
      record.itemCount = progress.plainItemCount;
      record.itemCountKey = view(progress.key(Meaning::plainItemCount)->name);
    }
    return progress.quotedProperties.length == 0 ? MetricRecordRead
                                                 : readQuotedProperties(progress);
  }

  static void dropEmptyID(MetricRecord &record) {
    if (record.itemID.length == 0) record.itemID = {};
  }

  std::optional<std::string> subscription, user, feature, model;
  simdjson::ondemand::parser lineParser, recordParser, propertiesParser;
  std::string propertiesText;
  /// Whether the line being read has a backslash.
  bool hasEscapes = false;
  /// The records of the last line, as they are written, where it was a batch.
  std::vector<std::string_view> batch;
  size_t nextOfBatch = 0;
  KnownLayouts layouts;
};

MetricRecordReader *metricRecordReaderCreate(MetricDimensions properties) {
  try {
    return new MetricRecordReader(properties);
  } catch (...) {
    return nullptr;
  }
}

void metricRecordReaderDestroy(MetricRecordReader *reader) { delete reader; }

MetricRecordOutcome metricRecordReaderRead(
    MetricRecordReader *reader, const char *line, size_t length, MetricRecord *record) {
  try {
    *record = MetricRecord{};
    return reader->read(std::string_view(line, length), *record);
  } catch (...) {
    return MetricRecordOutOfMemory;
  }
}

MetricRecordOutcome metricRecordReaderReadNextOfBatch(
    MetricRecordReader *reader, MetricRecord *record) {
  try {
    *record = MetricRecord{};
    return reader->readNextOfBatch(*record);
  } catch (...) {
    return MetricRecordOutOfMemory;
  }
}

void metricRecordReaderRewindBatch(MetricRecordReader *reader) { reader->rewindBatch(); }

size_t metricRecordReaderReadAlike(
    MetricRecordReader *reader, const char *start, size_t length, MetricRecord *record) {
  try {
    return reader->readAlike(start, length, *record);
  } catch (...) {
    // Short of memory for what would make later lines faster: the caller reads it in full.
    return 0;
  }
}
