/// What is kept of pulls, beside the days themselves.
///
/// Days count from 1970-01-01. `asked_on` is the local day on which the service was asked, and
/// `revised_on` the one on which an answer last changed what was stored.
let pulledDays = """
  CREATE TABLE pull (
    id INTEGER NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    pulled_at TEXT NOT NULL,
    asked_on INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    tokens INTEGER NOT NULL,
    query_sha256 TEXT NOT NULL CHECK (length(query_sha256) = 64),
    credential TEXT NOT NULL,
    last_ingested_tick INTEGER,
    requests INTEGER NOT NULL CHECK (requests >= 0),
    retries INTEGER NOT NULL CHECK (retries >= 0),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0),
    state TEXT NOT NULL CHECK (state IN ('stored', 'unchanged', 'refused'))
  ) STRICT;

  -- rows_before and tokens_before are what the revision replaced.
  CREATE TABLE pulled_day (
    source INTEGER NOT NULL REFERENCES source,
    day INTEGER NOT NULL,
    asked_on INTEGER NOT NULL,
    revised_on INTEGER,
    rows_before INTEGER,
    tokens_before INTEGER,
    last_ingested_tick INTEGER,
    PRIMARY KEY (source, day)
  ) STRICT, WITHOUT ROWID;

  -- A range of days that was asked for and is not stored to its end.
  CREATE TABLE backfill (
    id INTEGER NOT NULL PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
    query_sha256 TEXT NOT NULL,
    UNIQUE (source, first_day, last_day, query_sha256)
  ) STRICT;

  -- Its days that are.
  CREATE TABLE backfill_day (
    backfill INTEGER NOT NULL REFERENCES backfill ON DELETE CASCADE,
    day INTEGER NOT NULL,
    PRIMARY KEY (backfill, day)
  ) STRICT, WITHOUT ROWID;
  """
