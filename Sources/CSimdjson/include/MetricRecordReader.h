#ifndef METRIC_RECORD_READER_H
#define METRIC_RECORD_READER_H

// Reads JSON objects of a metrics export with simdjson. No C++ exception leaves this interface.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes behind a line that must be readable. The first is a line end or NUL: where a bracket of the
/// line is not closed, the parser looks for it there. What the others hold does not matter.
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
  /// `TimeGenerated`, `time` or `timestamp`.
  MetricText time;
  /// `Name` or `name`.
  MetricText name;
  /// `Sum` or `valueSum`, else `value`. A string keeps its quotes here and in `itemCount`, so it
  /// is not taken for a number.
  MetricText sum;
  /// `ItemCount` or `valueCount`, else `itemCount`.
  MetricText itemCount;
  /// `Type`, of an `AppMetrics` record.
  MetricText type;
  /// `itemType`, of a `customMetrics` record.
  MetricText itemType;
  /// `_ItemId` or `itemId`: NULL also where it is empty or no string.
  MetricText itemID;
  /// From `Properties` or `customDimensions`.
  MetricDimensions dimensions;
  /// The keys that the first four texts have, or would have in a record of its kind.
  MetricText timeKey, nameKey, sumKey, itemCountKey;
  /// The key that the outcome is about, where it is about one, and the other one of two.
  MetricText key, otherKey;
  /// Numbers of `time` and `dimensions`: two records with one number have the same texts, and where
  /// a record has the texts of the one before, it has its number.
  uint64_t timeNumber, dimensionsNumber;
} MetricRecord;

typedef enum {
  MetricRecordRead,
  /// The line is a batch, `{"records":[…]}`: ask for its records one by one.
  MetricRecordBatch,
  /// The batch has no further record.
  MetricRecordBatchEnd,
  MetricRecordNotJSON,
  MetricRecordNotObject,
  MetricRecordNotUTF8,
  /// Objects or lists inside each other to a depth of more than 64.
  MetricRecordTooDeep,
  /// `key` occurs twice.
  MetricRecordKeyRepeated,
  /// `key` and `otherKey` say the same thing of a record.
  MetricRecordKeysContradict,
  /// `key` holds an object or an array where a single value belongs.
  MetricRecordKeyNotSingle,
  /// `key` is neither an object nor a string with one.
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

/// Reads the next record of the batch that the last line was, from the same bytes.
MetricRecordOutcome metricRecordReaderReadNextOfBatch(
    MetricRecordReader *reader, MetricRecord *record);

/// Begins the batch that the last line was again.
void metricRecordReaderRewindBatch(MetricRecordReader *reader);

/// Reads a line at `start` that is written as an earlier one was, but for its texts and numbers.
///
/// Says the same of it as `metricRecordReaderRead`, many times faster. `MetricRecordPadding` more
/// readable bytes follow the `length` bytes at `start`.
/// Returns the bytes of the line without its end; 0 where the line is written otherwise or does
/// not end within `length`, and `record` is then undefined.
size_t metricRecordReaderReadAlike(
    MetricRecordReader *reader, const char *start, size_t length, MetricRecord *record);

#ifdef __cplusplus
}
#endif

#endif
