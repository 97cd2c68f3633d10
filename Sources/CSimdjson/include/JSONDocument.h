#ifndef JSON_DOCUMENT_H
#define JSON_DOCUMENT_H

// Looks into one JSON document at a time with simdjson. No C++ exception leaves this interface.

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes behind a document that must be readable; what they hold does not matter.
enum { JSONDocumentPadding = 64 };

/// UTF-8 bytes, valid as long as the document is.
typedef struct {
  const char *start;
  size_t length;
} JSONText;

/// A place in the document, valid until the parser reads the next one. All zero is no place at all.
typedef struct {
  const void *document;
  size_t index;
} JSONElement;

/// The elements of an array that are still to come.
typedef struct {
  JSONElement next;
  JSONElement end;
} JSONElements;

typedef enum {
  JSONAbsent,
  JSONNull,
  JSONBool,
  JSONNumber,
  JSONString,
  JSONArray,
  JSONObject,
} JSONKind;

typedef enum {
  JSONParsed,
  JSONNotValid,
  JSONNotUTF8,
  /// A number that is not written as JSON writes them, or does not fit into 64 bits.
  JSONNotNumber,
  JSONOutOfMemory,
} JSONOutcome;

typedef struct JSONParser JSONParser;

/// Returns NULL where memory is short.
JSONParser *jsonParserCreate(void);

void jsonParserDestroy(JSONParser *parser);

/// Reads the `length` bytes at `bytes`, which `JSONDocumentPadding` more readable bytes follow.
JSONOutcome jsonParse(JSONParser *parser, const char *bytes, size_t length, JSONElement *root);

JSONKind jsonKind(JSONElement element);

/// The content of a string, unescaped; empty for anything else.
JSONText jsonString(JSONElement element);

/// The element as JSON without spaces, valid until the next call for this parser.
JSONText jsonMinified(JSONParser *parser, JSONElement element);

/// The members of an object that are texts, booleans or null, ordered by name: what it is about,
/// without what it counts. Valid until the next call for this parser.
JSONText jsonLabels(JSONParser *parser, JSONElement object);

/// Of an array; none for anything else.
JSONElements jsonElements(JSONElement array);

/// Takes the next element; false behind the last.
bool jsonNext(JSONElements *elements, JSONElement *element);

/// Finds the members called `keys`, in one pass; `found` has a place for each.
/// Returns the index of a key that comes twice, or `count`.
size_t jsonMembers(
    JSONElement object, const JSONText *keys, size_t count, JSONElement *found);

#ifdef __cplusplus
}
#endif

#endif
