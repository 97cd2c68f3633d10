// SwiftPM's release builds leave assertions on; simdjson has them in its innermost loops.
#if defined(__OPTIMIZE__) && !defined(NDEBUG)
#define NDEBUG
#endif
#define SIMDJSON_EXCEPTIONS 0
#include "JSONDocument.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

static_assert(JSONDocumentPadding >= simdjson::SIMDJSON_PADDING, "documents need more padding");

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

/// A place is simdjson's own, carried through C as it is.
template <typename Place>
JSONElement carried(const Place &place) {
  static_assert(std::is_trivially_copyable_v<Place> && sizeof(Place) == sizeof(JSONElement));
  JSONElement result;
  std::memcpy(&result, &place, sizeof result);
  return result;
}

template <typename Place>
Place place(JSONElement carried) {
  static_assert(std::is_trivially_copyable_v<Place> && sizeof(Place) == sizeof(JSONElement));
  Place result = Place();
  std::memcpy(static_cast<void *>(&result), &carried, sizeof result);
  return result;
}

JSONText view(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

struct JSONParser {
  simdjson::dom::parser parser;
  std::string minified;
};

JSONParser *jsonParserCreate(void) { return new (std::nothrow) JSONParser(); }

void jsonParserDestroy(JSONParser *parser) { delete parser; }

JSONOutcome jsonParse(JSONParser *parser, const char *bytes, size_t length, JSONElement *root) {
  *root = JSONElement{};
  element parsed;
  switch (parser->parser.parse(bytes, length, false).get(parsed)) {
    case simdjson::SUCCESS: break;
    case simdjson::UTF8_ERROR: return JSONNotUTF8;
    case simdjson::NUMBER_ERROR: return JSONNotNumber;
    case simdjson::MEMALLOC: return JSONOutOfMemory;
    default: return JSONNotValid;
  }
  *root = carried(parsed);
  return JSONParsed;
}

JSONKind jsonKind(JSONElement carried) {
  if (carried.document == nullptr) return JSONAbsent;
  switch (place<element>(carried).type()) {
    case element_type::ARRAY: return JSONArray;
    case element_type::OBJECT: return JSONObject;
    case element_type::STRING: return JSONString;
    case element_type::BOOL: return JSONBool;
    case element_type::NULL_VALUE: return JSONNull;
    default: return JSONNumber;
  }
}

JSONText jsonString(JSONElement carried) {
  if (jsonKind(carried) != JSONString) return JSONText{};
  std::string_view text;
  return place<element>(carried).get_string().get(text) ? JSONText{} : view(text);
}

JSONText jsonMinified(JSONParser *parser, JSONElement carried) {
  if (carried.document == nullptr) return JSONText{};
  try {
    parser->minified = simdjson::minify(place<element>(carried));
  } catch (...) {
    return JSONText{};
  }
  return view(parser->minified);
}

JSONText jsonLabels(JSONParser *parser, JSONElement carried_object) {
  object members;
  if (jsonKind(carried_object) != JSONObject ||
      place<element>(carried_object).get_object().get(members)) {
    return JSONText{};
  }
  try {
    std::vector<std::string> labels;
    for (auto member : members) {
      if (member.value.is_number() || member.value.is_object() || member.value.is_array()) continue;
      labels.push_back(std::string(member.key) + ':' + std::string(simdjson::minify(member.value)));
    }
    std::sort(labels.begin(), labels.end());
    parser->minified.clear();
    for (const auto &label : labels) (parser->minified += label) += ',';
  } catch (...) {
    return JSONText{};
  }
  return view(parser->minified);
}

JSONElements jsonElements(JSONElement carried_array) {
  array elements;
  if (jsonKind(carried_array) != JSONArray ||
      place<element>(carried_array).get_array().get(elements)) {
    return JSONElements{};
  }
  return {carried(elements.begin()), carried(elements.end())};
}

bool jsonNext(JSONElements *elements, JSONElement *next) {
  if (elements->next.document == nullptr) return false;
  auto at = place<array::iterator>(elements->next);
  if (at == place<array::iterator>(elements->end)) return false;
  *next = carried(*at);
  ++at;
  elements->next = carried(at);
  return true;
}

size_t jsonMembers(
    JSONElement carried_object, const JSONText *keys, size_t count, JSONElement *found) {
  for (size_t index = 0; index < count; ++index) found[index] = JSONElement{};
  object members;
  if (jsonKind(carried_object) != JSONObject ||
      place<element>(carried_object).get_object().get(members)) {
    return count;
  }
  for (auto member : members) {
    for (size_t index = 0; index < count; ++index) {
      if (member.key != std::string_view(keys[index].start, keys[index].length)) continue;
      if (found[index].document != nullptr) return index;
      found[index] = carried(member.value);
    }
  }
  return count;
}
