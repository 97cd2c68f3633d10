/// One step of the snapshot's format. Steps are only ever added.
struct SnapshotMigration {
  /// The format afterwards.
  let format: Int
  let sql: String
}

/// The steps from an empty file to the format this version writes.
let snapshotMigrations = [
  SnapshotMigration(format: 1, sql: firstFormat),
  SnapshotMigration(format: 2, sql: filesAlreadyRead),
  SnapshotMigration(format: 3, sql: skippedLines),
  SnapshotMigration(format: 4, sql: pulledDays),
]

/// "TkBk": says in the file's header whose it is.
let snapshotApplicationID = 0x546B_426B

private let firstFormat = """
  CREATE TABLE meta (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    time_zone TEXT NOT NULL CHECK (time_zone <> ''),
    currency TEXT NOT NULL CHECK (currency <> '')
  ) STRICT;

  CREATE TABLE source (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  -- Every id that a record names, once.
  CREATE TABLE dimension (
    id INTEGER NOT NULL PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE series (
    id INTEGER NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    subscription INTEGER NOT NULL REFERENCES dimension,
    user INTEGER NOT NULL REFERENCES dimension,
    feature INTEGER NOT NULL REFERENCES dimension,
    model INTEGER NOT NULL REFERENCES dimension,
    UNIQUE (source, subscription, user, feature, model)
  ) STRICT;

  -- day counts from 1970-01-01; utc_month is year × 12 + month − 1.
  CREATE TABLE point (
    day INTEGER NOT NULL,
    series INTEGER NOT NULL REFERENCES series,
    utc_month INTEGER NOT NULL,
    prompt INTEGER CHECK (prompt >= 0),
    completion INTEGER CHECK (completion >= 0),
    total INTEGER CHECK (total >= 0),
    cached INTEGER CHECK (cached >= 0),
    cache_write INTEGER CHECK (cache_write >= 0),
    reasoning INTEGER CHECK (reasoning >= 0),
    requests INTEGER CHECK (requests >= 0),
    PRIMARY KEY (day, series, utc_month)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE other_point (
    day INTEGER NOT NULL,
    series INTEGER NOT NULL REFERENCES series,
    utc_month INTEGER NOT NULL,
    metric TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    requests INTEGER NOT NULL CHECK (requests >= 0),
    PRIMARY KEY (day, series, utc_month, metric)
  ) STRICT, WITHOUT ROWID;

  -- first_tick and last_tick are 100 ns since 1970.
  CREATE TABLE ledger_day (
    source INTEGER NOT NULL REFERENCES source,
    day INTEGER NOT NULL,
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    tokens INTEGER NOT NULL,
    first_tick INTEGER NOT NULL,
    last_tick INTEGER NOT NULL CHECK (last_tick >= first_tick),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (source, day)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE import (
    id INTEGER NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    imported_at TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    row_count INTEGER NOT NULL CHECK (row_count >= 0)
  ) STRICT;

  CREATE TABLE ignored_metric (
    source INTEGER NOT NULL REFERENCES source,
    metric TEXT NOT NULL,
    record_count INTEGER NOT NULL CHECK (record_count > 0),
    PRIMARY KEY (source, metric)
  ) STRICT, WITHOUT ROWID;
  """

// Numbers are never used again: `day_file` may name versions that are gone, and then no file is one.
private let filesAlreadyRead = """
  CREATE TABLE file (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL REFERENCES source,
    path TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    rules INTEGER NOT NULL,
    read_at_ns INTEGER NOT NULL,
    UNIQUE (source, path)
  ) STRICT;

  -- The days that a file speaks of.
  CREATE TABLE file_day (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    day INTEGER NOT NULL,
    PRIMARY KEY (file, day)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE file_metric (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    metric TEXT NOT NULL,
    record_count INTEGER NOT NULL CHECK (record_count > 0),
    PRIMARY KEY (file, metric)
  ) STRICT, WITHOUT ROWID;

  -- The files that what is stored of a day was read from.
  CREATE TABLE day_file (
    source INTEGER NOT NULL REFERENCES source,
    day INTEGER NOT NULL,
    file INTEGER NOT NULL,
    PRIMARY KEY (source, day, file)
  ) STRICT, WITHOUT ROWID;
  """

// Nothing of the lines themselves is kept. first_day and last_day are of the file's usage; NULL
// where it has none.
private let skippedLines = """
  CREATE TABLE skipped (
    source INTEGER NOT NULL REFERENCES source,
    file TEXT NOT NULL,
    problem TEXT NOT NULL,
    line_count INTEGER NOT NULL CHECK (line_count > 0),
    examples TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER CHECK (last_day >= first_day),
    PRIMARY KEY (source, file, problem)
  ) STRICT, WITHOUT ROWID;
  """
