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

#include "JSONValidation.hpp"

static_assert(MetricRecordPadding >= simdjson::SIMDJSON_PADDING, "lines need more padding");

namespace {

using simdjson::ondemand::field;
using simdjson::ondemand::object;
using simdjson::ondemand::value;
using Outcome = MetricRecordOutcome;

MetricText view(std::string_view text) { return {text.data(), text.size()}; }

std::optional<std::string> owned(MetricText text) {
  if (text.start == nullptr) return std::nullopt;
  return std::string(text.start, text.length);
}

Outcome outcome(simdjson::error_code error) {
  switch (error) {
    case simdjson::SUCCESS: return MetricRecordRead;
    case simdjson::UTF8_ERROR: return MetricRecordNotUTF8;
    case simdjson::MEMALLOC: return MetricRecordOutOfMemory;
    default: return MetricRecordNotJSON;
  }
}

/// The value as one text: a string unescaped (or as written), a number or literal as written.
Outcome readSingle(std::string_view key, value &&found, bool hasEscapes, bool keepsQuotes,
                   MetricText &text, MetricRecord &record) {
  if (text.start != nullptr) {
    record.key = view(key);
    return MetricRecordKeyRepeated;
  }
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

}  // namespace

struct MetricRecordReader {
  explicit MetricRecordReader(MetricDimensions properties)
      : subscription(owned(properties.subscription)),
        user(owned(properties.user)),
        feature(owned(properties.feature)),
        model(owned(properties.model)) {}

  Outcome read(const char *line, size_t length, MetricRecord &record) {
    simdjson::ondemand::document document;
    auto error = lineParser.iterate(line, length, length + MetricRecordPadding).get(document);
    if (error) return outcome(error);
    object fields;
    error = document.get_object().get(fields);
    if (error == simdjson::INCORRECT_TYPE) return MetricRecordNotObject;
    if (error) return outcome(error);

    hasEscapes = std::memchr(line, '\\', length) != nullptr;
    bool hasProperties = false;
    MetricText quotedProperties{};
    for (auto next : fields) {
      field one;
      std::string_view key;
      if ((error = std::move(next).get(one)) || (error = readKey(one, hasEscapes, key))) {
        return outcome(error);
      }
      Outcome result = MetricRecordRead;
      if (key == "TimeGenerated") {
        result = readSingle(key, std::move(one).value(), hasEscapes, false, record.time, record);
      } else if (key == "Name") {
        result = readSingle(key, std::move(one).value(), hasEscapes, false, record.name, record);
      } else if (key == "Sum") {
        result = readSingle(key, std::move(one).value(), hasEscapes, true, record.sum, record);
      } else if (key == "ItemCount") {
        result =
            readSingle(key, std::move(one).value(), hasEscapes, true, record.itemCount, record);
      } else if (key == "Type") {
        result = readSingle(key, std::move(one).value(), hasEscapes, false, record.type, record);
      } else if (key == "_ItemId") {
        result = readItemID(key, std::move(one).value(), record);
      } else if (key == "Properties") {
        if (hasProperties) {
          record.key = view(key);
          return MetricRecordKeyRepeated;
        }
        hasProperties = true;
        result = readProperties(std::move(one).value(), quotedProperties, record);
      } else {
        result = outcome(validate(std::move(one).value(), hasEscapes));
      }
      if (result != MetricRecordRead) return result;
    }
    // Something follows the object: two records on one line, or a torn one.
    const char *rest;
    if (!document.current_location().get(rest)) return MetricRecordNotJSON;
    return quotedProperties.length == 0 ? MetricRecordRead
                                        : readQuotedProperties(quotedProperties, record);
  }

 private:
  Outcome readItemID(std::string_view key, value &&found, MetricRecord &record) {
    if (tokenOf(found).front() != '"') return outcome(validate(std::move(found), hasEscapes));
    Outcome result = readSingle(key, std::move(found), hasEscapes, false, record.itemID, record);
    if (record.itemID.length == 0) record.itemID = {};
    return result;
  }

  Outcome readProperties(value &&found, MetricText &quoted, MetricRecord &record) {
    std::string_view token = tokenOf(found);
    if (token.front() == '"') {
      return readSingle("Properties", std::move(found), hasEscapes, false, quoted, record);
    }
    if (token == "null") return outcome(validate(std::move(found), hasEscapes));
    object properties;
    auto error = found.get_object().get(properties);
    if (error == simdjson::INCORRECT_TYPE) return MetricRecordPropertiesNotObject;
    if (error) return outcome(error);
    return readDimensions(properties, record);
  }

  /// Some exports write the properties as a string that holds JSON.
  Outcome readQuotedProperties(MetricText quoted, MetricRecord &record) {
    propertiesText.assign(quoted.start, quoted.length);
    propertiesText.append(MetricRecordPadding, '\0');
    simdjson::ondemand::document document;
    object properties;
    if (propertiesParser.iterate(propertiesText.data(), quoted.length, propertiesText.size())
            .get(document) ||
        document.get_object().get(properties)) {
      return MetricRecordPropertiesNotObject;
    }
    hasEscapes = true;
    Outcome result = readDimensions(properties, record);
    const char *rest;
    bool ended = document.current_location().get(rest) != simdjson::SUCCESS;
    if (result == MetricRecordNotJSON || (result == MetricRecordRead && !ended)) {
      return MetricRecordPropertiesNotObject;
    }
    return result;
  }

  Outcome readDimensions(object &properties, MetricRecord &record) {
    for (auto next : properties) {
      field one;
      std::string_view key;
      if (auto error = std::move(next).get(one)) return outcome(error);
      if (auto error = readKey(one, hasEscapes, key)) return outcome(error);
      if (key != subscription && key != user && key != feature && key != model) {
        if (auto error = validate(std::move(one).value(), hasEscapes)) return outcome(error);
        continue;
      }
      // One property may name several dimensions.
      MetricText text{};
      auto result = readSingle(key, std::move(one).value(), hasEscapes, false, text, record);
      if (result != MetricRecordRead) return result;
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

  std::optional<std::string> subscription, user, feature, model;
  simdjson::ondemand::parser lineParser, propertiesParser;
  std::string propertiesText;
  /// Whether the text being read has a backslash.
  bool hasEscapes = false;
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
    return reader->read(line, length, *record);
  } catch (...) {
    return MetricRecordOutOfMemory;
  }
}
