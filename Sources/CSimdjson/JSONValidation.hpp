#pragma once

// simdjson's on-demand parser checks only what it is asked for. These functions look at the rest
// too, so that a torn line is refused even where the tear lies in a field nobody reads.

#include <simdjson.h>

#include <string_view>

inline bool isSpace(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/// The value as written, or the bracket that begins it. Never empty.
inline std::string_view tokenOf(simdjson::ondemand::value &value) {
  std::string_view token = value.raw_json_token();
  // Behind the end of a torn line there is no value, and its length is one below zero.
  constexpr size_t longest = size_t(1) << 31;
  if (token.empty() || token.size() > longest) return "}";
  while (token.size() > 1 && isSpace(token.back())) token.remove_suffix(1);
  return token;
}

/// The key, unescaped; where nothing is escaped, a view into the line.
/// `hasEscapes` says whether there is a backslash anywhere in the line, which is rare.
inline simdjson::error_code readKey(
    simdjson::ondemand::field &field, bool hasEscapes, std::string_view &key) {
  if (hasEscapes) return field.unescaped_key().get(key);
  const char *start = field.key().raw();
  // Between the key and its value there are a quote, a colon and perhaps spaces.
  const char *end = field.value().raw_json_token().data();
  do --end;
  while (*end != '"');
  key = std::string_view(start, end - start);
  return simdjson::SUCCESS;
}

inline bool isJSONNumber(std::string_view text) {
  size_t at = 0;
  auto digits = [&] {
    size_t first = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - first;
  };
  if (at < text.size() && text[at] == '-') ++at;
  bool startsWithZero = at < text.size() && text[at] == '0';
  size_t whole = digits();
  if (whole == 0 || (startsWithZero && whole > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

/// Reads a string, number or literal whose `token` was peeked at.
/// `text` becomes a string's unescaped content, and the token of anything else.
inline simdjson::error_code readScalar(
    simdjson::ondemand::value &value, std::string_view token, bool hasEscapes,
    std::string_view &text) {
  text = token;
  if (token.front() != '"') {
    bool isValid =
        token == "null" || token == "true" || token == "false" || isJSONNumber(token);
    return isValid ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
  }
  if (token.size() < 2 || token.back() != '"') return simdjson::STRING_ERROR;
  if (hasEscapes) return value.get_string().get(text);
  text = token.substr(1, token.size() - 2);
  // Taken all the same: the parser takes a string left behind for a key where a colon follows.
  simdjson::ondemand::raw_json_string raw;
  return value.get_raw_json_string().get(raw);
}

/// Whether a value that nobody reads is valid JSON, to a depth of 64.
inline simdjson::error_code validate(
    simdjson::ondemand::value &&value, bool hasEscapes, int depth = 0) {
  std::string_view token = tokenOf(value);
  if (token.front() != '{' && token.front() != '[') {
    std::string_view text;
    return readScalar(value, token, hasEscapes, text);
  }
  if (depth == 64) return simdjson::DEPTH_ERROR;
  if (token.front() == '[') {
    simdjson::ondemand::array elements;
    if (auto error = value.get_array().get(elements)) return error;
    for (auto next : elements) {
      simdjson::ondemand::value element;
      if (auto error = std::move(next).get(element)) return error;
      if (auto error = validate(std::move(element), hasEscapes, depth + 1)) return error;
    }
    return simdjson::SUCCESS;
  }
  simdjson::ondemand::object fields;
  if (auto error = value.get_object().get(fields)) return error;
  for (auto next : fields) {
    simdjson::ondemand::field field;
    std::string_view key;
    if (auto error = std::move(next).get(field)) return error;
    if (auto error = readKey(field, hasEscapes, key)) return error;
    if (auto error = validate(std::move(field).value(), hasEscapes, depth + 1)) return error;
  }
  return simdjson::SUCCESS;
}
