// Lines that libFuzzer makes up, under the address and undefined-behaviour sanitizers: see the Makefile.

#include "MetricRecordReader.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace {

MetricText text(const char *content) { return {content, std::strlen(content)}; }

/// Every byte that a text refers to can be read.
void touch(MetricText text) {
  volatile char last = 0;
  for (size_t index = 0; index < text.length; ++index) last = text.start[index];
  (void)last;
}

void require(bool condition) {
  if (!condition) std::abort();
}

struct Destroy {
  void operator()(MetricRecordReader *reader) { metricRecordReaderDestroy(reader); }
};

using Reader = std::unique_ptr<MetricRecordReader, Destroy>;

Reader reader() {
  return Reader(metricRecordReaderCreate(
      {text("Subscription ID"), text("User ID"), text("API ID"), text("Model")}));
}

constexpr MetricText MetricRecord::*texts[] = {
    &MetricRecord::time,     &MetricRecord::name,        &MetricRecord::sum,
    &MetricRecord::itemCount, &MetricRecord::type,       &MetricRecord::itemType,
    &MetricRecord::itemID,   &MetricRecord::timeKey,     &MetricRecord::nameKey,
    &MetricRecord::sumKey,   &MetricRecord::itemCountKey};

constexpr MetricText MetricDimensions::*dimensions[] = {
    &MetricDimensions::subscription, &MetricDimensions::user, &MetricDimensions::feature,
    &MetricDimensions::model};

void check(MetricRecordOutcome outcome, const MetricRecord &record) {
  if (outcome == MetricRecordRead) {
    for (auto member : texts) touch(record.*member);
    for (auto member : dimensions) touch(record.dimensions.*member);
    return;
  }
  touch(record.key);
  touch(record.otherKey);
  bool needsKey = outcome == MetricRecordKeyRepeated || outcome == MetricRecordKeyNotSingle ||
                  outcome == MetricRecordKeysContradict;
  require(!needsKey || record.key.start != nullptr);
}

void requireSame(MetricText left, MetricText right) {
  require((left.start == nullptr) == (right.start == nullptr));
  if (left.start == nullptr) return;
  require(std::string_view(left.start, left.length) == std::string_view(right.start, right.length));
}

/// Of this size exactly, so that reading behind the padding is seen. Behind the line end stands what
/// would go on with it.
std::unique_ptr<char[]> padded(const char *bytes, size_t length) {
  std::unique_ptr<char[]> line(new char[length + MetricRecordPadding]);
  std::memset(line.get(), length % 2 == 0 ? '}' : ',', length + MetricRecordPadding);
  if (length > 0) std::memcpy(line.get(), bytes, length);
  line[length] = '\n';
  return line;
}

MetricRecordOutcome readInFull(
    MetricRecordReader *reader, const char *line, size_t length, MetricRecord &record) {
  MetricRecordOutcome outcome = metricRecordReaderRead(reader, line, length, &record);
  if (outcome != MetricRecordBatch) {
    check(outcome, record);
    return outcome;
  }
  size_t counts[2] = {0, 0};
  for (size_t &count : counts) {
    MetricRecordOutcome next;
    while ((next = metricRecordReaderReadNextOfBatch(reader, &record)) != MetricRecordBatchEnd) {
      check(next, record);
      ++count;
    }
    metricRecordReaderRewindBatch(reader);
  }
  require(counts[0] == counts[1]);
  return outcome;
}

}  // namespace

/// Lines one after the other: one that is read by comparing it with those before says the same as
/// when it is read in full.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  Reader comparing = reader(), full = reader();
  std::unique_ptr<char[]> file = padded(reinterpret_cast<const char *>(bytes), length);
  size_t start = 0;
  while (start < length) {
    const char *line = file.get() + start;
    size_t size = static_cast<const char *>(std::memchr(line, '\n', length + 1 - start)) - line;
    size_t next = start + size + 1;
    if (size > 0 && line[size - 1] == '\r') --size;

    std::unique_ptr<char[]> alone = padded(line, size);
    MetricRecord expected, record;
    MetricRecordOutcome outcome = readInFull(full.get(), alone.get(), size, expected);
    size_t known = metricRecordReaderReadAlike(comparing.get(), line, length - start, &record);
    if (known > 0) {
      require(known == size && outcome == MetricRecordRead);
      for (auto member : texts) requireSame(record.*member, expected.*member);
      for (auto member : dimensions) {
        requireSame(record.dimensions.*member, expected.dimensions.*member);
      }
    } else {
      require(readInFull(comparing.get(), line, size, record) == outcome);
    }
    start = next;
  }
  return 0;
}
