#ifndef METRIC_RECORD_READER_H
#define METRIC_RECORD_READER_H

// Reads one JSON object of a metrics export with simdjson. No C++ exception leaves this interface.

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes behind a line that must be readable; what they hold does not matter.
enum { MetricRecordPadding = 64 };

/// UTF-8 bytes of the line or of the reader, valid until the reader's next call.
/// `start` is NULL where the record has no such key, or null for it.
typedef struct {
  const char *start;
  size_t length;
} MetricText;

/// One text per dimension that usage is grouped by.
typedef struct {
  MetricText subscription;
  MetricText user;
  MetricText feature;
  MetricText model;
} MetricDimensions;

/// Strings are unescaped; numbers are as written.
typedef struct {
  MetricText time;
  MetricText name;
  /// A string keeps its quotes here and in `itemCount`, so it is not taken for a number.
  MetricText sum;
  MetricText itemCount;
  MetricText type;
  /// `_ItemId`: NULL also where it is empty or no string.
  MetricText itemID;
  MetricDimensions dimensions;
  /// The key that the outcome is about, where it is about one.
  MetricText key;
} MetricRecord;

typedef enum {
  MetricRecordRead,
  MetricRecordNotJSON,
  MetricRecordNotObject,
  MetricRecordNotUTF8,
  /// `key` occurs twice.
  MetricRecordKeyRepeated,
  /// `key` holds an object or an array where a single value belongs.
  MetricRecordKeyNotSingle,
  /// `Properties` is neither an object nor a string with one.
  MetricRecordPropertiesNotObject,
  MetricRecordOutOfMemory,
} MetricRecordOutcome;

typedef struct MetricRecordReader MetricRecordReader;

/// `properties` names the property of each dimension; NULL is not mapped. The names are copied.
/// Returns NULL where memory is short.
MetricRecordReader *metricRecordReaderCreate(MetricDimensions properties);

void metricRecordReaderDestroy(MetricRecordReader *reader);

/// Reads the `length` bytes at `line`, which `MetricRecordPadding` more readable bytes follow.
MetricRecordOutcome metricRecordReaderRead(
    MetricRecordReader *reader, const char *line, size_t length, MetricRecord *record);

#ifdef __cplusplus
}
#endif

#endif
