#pragma once

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "MetricRecordReader.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// What is searched is followed by `MetricRecordPadding` readable bytes: whole words are loaded.


#ifdef __SSE2__

/// How many bytes are equal, at most `limit`.
inline size_t equalBytes(const char *left, const char *right, size_t limit) {
  for (size_t at = 0; at < limit; at += 16) {
    __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i *>(left + at));
    __m128i second = _mm_loadu_si128(reinterpret_cast<const __m128i *>(right + at));
    unsigned different = ~_mm_movemask_epi8(_mm_cmpeq_epi8(first, second)) & 0xFFFFu;
    if (different != 0) return std::min<size_t>(at + __builtin_ctz(different), limit);
  }
  return limit;
}

/// The first quote, backslash, control character or byte that is not ASCII.
inline const char *firstStop(const char *at, const char *end) {
  const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
  const __m128i space = _mm_set1_epi8(' ');
  for (; at < end; at += 16) {
    __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
    // As signed numbers, what is not ASCII is below the space too.
    __m128i stops = _mm_or_si128(
        _mm_cmplt_epi8(bytes, space),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash)));
    unsigned places = _mm_movemask_epi8(stops);
    if (places != 0) return at + __builtin_ctz(places);
  }
  return end;
}

#else

inline size_t equalBytes(const char *left, const char *right, size_t limit) {
  size_t at = 0;
  uint64_t first, second;
  for (; at + sizeof first <= limit; at += sizeof first) {
    std::memcpy(&first, left + at, sizeof first);
    std::memcpy(&second, right + at, sizeof second);
    if (first != second) break;
  }
  while (at < limit && left[at] == right[at]) ++at;
  return at;
}

inline const char *firstStop(const char *at, const char *end) {
  while (at < end && *at >= ' ' && *at != '"' && *at != '\\' && uint8_t(*at) < 0x80) ++at;
  return at;
}

#endif

/// The quote that ends the text at `start`; NULL where the text has a backslash, is not valid or
/// does not end.
inline const char *endOfText(const char *start, const char *end) {
  const char *at = firstStop(start, end);
  if (at < end && *at == '"') return at;
  while (at < end && uint8_t(*at) >= 0x80) at = firstStop(at + 1, end);
  if (at >= end || *at != '"') return nullptr;
  return simdjson::validate_utf8(start, at - start) ? at : nullptr;
}
