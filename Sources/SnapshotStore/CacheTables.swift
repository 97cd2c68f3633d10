/// The tables of the charges cache. Templates see the views above them only.
///
/// Charges stand in runs, each of one team and day: a row is added at the end of its table, which
/// costs a fraction of a place between others, and a page about one team reads that team's runs. A
/// charge has one rate per token class, so its lines are columns.
let cacheTables = """
  CREATE TABLE stored_facts (
    cache_key TEXT NOT NULL, as_of TEXT, first_day TEXT, newest_day TEXT,
    users TEXT NOT NULL
  ) STRICT;

  -- What the rows of a month were computed from, and what they tell beside.
  CREATE TABLE computed_month (
    month TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL, summary TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE stored_day (
    day TEXT NOT NULL PRIMARY KEY, month TEXT NOT NULL, weekday INTEGER NOT NULL,
    status TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_month (
    month TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL, state TEXT NOT NULL,
    days INTEGER NOT NULL, days_received INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_like_for_like (
    day TEXT NOT NULL PRIMARY KEY, period TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_comparison (
    n INTEGER NOT NULL, this_month TEXT NOT NULL, last_month TEXT NOT NULL,
    days_compared INTEGER NOT NULL, days_left_out INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE stored_team (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL,
    cost_centre TEXT NOT NULL, owner TEXT, email TEXT, valid_from TEXT, valid_to TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_cost_centre (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_subscription (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL,
    team TEXT NOT NULL, valid_from TEXT, valid_to TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_feature (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL, owner TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_model (
    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL,
    cached TEXT NOT NULL, metered TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_rate (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, line INTEGER NOT NULL, scope TEXT NOT NULL,
    model TEXT, feature TEXT, subscription TEXT, team TEXT, token_class TEXT,
    price INTEGER NOT NULL, written_price TEXT NOT NULL, per TEXT NOT NULL,
    currency TEXT NOT NULL, valid_from TEXT, valid_to TEXT, agreed_by TEXT, agreed_on TEXT,
    document TEXT, used INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE stored_budget (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, team TEXT, month TEXT NOT NULL,
    amount INTEGER NOT NULL, currency TEXT NOT NULL, used INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE stored_membership (
    key INTEGER PRIMARY KEY, subscription TEXT NOT NULL, team TEXT NOT NULL,
    cost_centre TEXT NOT NULL, valid_from TEXT, valid_to TEXT
  ) STRICT;

  CREATE TABLE stored_charge (
    key INTEGER PRIMARY KEY, cost_centre TEXT NOT NULL, subscription TEXT NOT NULL,
    feature TEXT NOT NULL, model TEXT NOT NULL,
    requests INTEGER NOT NULL, tokens INTEGER NOT NULL, input_tokens INTEGER NOT NULL,
    cached_tokens INTEGER, cache_write_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER, cost INTEGER, unpriced_tokens INTEGER NOT NULL,
    \(classColumns)
  ) STRICT;
  -- Which rows are a team's charges of a day.
  CREATE TABLE stored_charge_run (
    team TEXT NOT NULL, month TEXT NOT NULL, day TEXT NOT NULL, first_charge INTEGER NOT NULL,
    last_charge INTEGER NOT NULL,
    PRIMARY KEY (team, month, day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_person (
    month TEXT NOT NULL, team TEXT NOT NULL, feature TEXT NOT NULL, user TEXT NOT NULL,
    requests INTEGER NOT NULL, tokens INTEGER NOT NULL, cost INTEGER,
    unpriced_tokens INTEGER NOT NULL, people INTEGER,
    PRIMARY KEY (team, month, feature, user)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX stored_person_by_month ON stored_person (month);
  CREATE TABLE stored_metered (
    day TEXT NOT NULL, source TEXT NOT NULL, metric TEXT NOT NULL, model TEXT NOT NULL,
    tokens INTEGER NOT NULL, requests INTEGER, counts INTEGER NOT NULL,
    PRIMARY KEY (day, source, metric, model)
  ) STRICT, WITHOUT ROWID;
  -- Of every source, also of those that do not count.
  CREATE TABLE stored_source_day (
    day TEXT NOT NULL, source TEXT NOT NULL, tokens INTEGER NOT NULL, requests INTEGER NOT NULL,
    PRIMARY KEY (day, source)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_alternative (
    day TEXT NOT NULL, traffic TEXT NOT NULL, source TEXT NOT NULL, tokens INTEGER NOT NULL,
    requests INTEGER NOT NULL, other_source TEXT NOT NULL, other_tokens INTEGER NOT NULL,
    other_requests INTEGER NOT NULL, PRIMARY KEY (day, other_source)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_pull_day (
    day TEXT NOT NULL, source TEXT NOT NULL, traffic TEXT NOT NULL, counts INTEGER NOT NULL,
    status TEXT NOT NULL, row_count INTEGER NOT NULL, tokens INTEGER NOT NULL, asked_on TEXT,
    revised_on TEXT, rows_before INTEGER, tokens_before INTEGER, last_ingested TEXT,
    PRIMARY KEY (day, source)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_pull (
    source TEXT NOT NULL PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    row_count INTEGER NOT NULL, last_ingested TEXT NOT NULL, state TEXT NOT NULL, asked_to TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_skipped (
    source TEXT NOT NULL, file TEXT NOT NULL, problem TEXT NOT NULL, lines INTEGER NOT NULL,
    examples TEXT NOT NULL, first_day TEXT, last_day TEXT,
    PRIMARY KEY (source, file, problem)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_finding (
    key INTEGER PRIMARY KEY, severity TEXT NOT NULL, code TEXT NOT NULL, day TEXT,
    subject TEXT NOT NULL, detail TEXT NOT NULL, remedy TEXT NOT NULL, line TEXT
  ) STRICT;
  """

/// Written anew each time: what they say is of all months together.
let tablesOfAllMonths = [
  "stored_facts", "stored_day", "stored_month", "stored_like_for_like", "stored_comparison",
  "stored_team", "stored_cost_centre", "stored_subscription", "stored_feature", "stored_model",
  "stored_rate", "stored_budget", "stored_membership", "stored_pull", "stored_pull_day",
  "stored_alternative", "stored_skipped", "stored_finding",
]

/// The columns that say what each class of a charge cost, at which line of rates.csv.
private let classColumns = ["input", "cached", "cache_write", "output"]
  .map { "\($0)_rate INTEGER, \($0)_cost INTEGER" }.joined(separator: ", ")

/// Sums for pages that are not about one team, or about all of a team's usage.
let cacheRollUps = """
  CREATE TABLE stored_daily_team (
    team TEXT NOT NULL, day TEXT NOT NULL, cost_centre TEXT NOT NULL,
    subscription TEXT NOT NULL, \(rollUpColumns),
    PRIMARY KEY (team, day, subscription)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_daily_feature (
    day TEXT NOT NULL, feature TEXT NOT NULL, model TEXT NOT NULL, \(rollUpColumns),
    PRIMARY KEY (day, feature, model)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_monthly (
    team TEXT NOT NULL, month TEXT NOT NULL, cost_centre TEXT NOT NULL,
    feature TEXT NOT NULL, model TEXT NOT NULL, \(rollUpColumns),
    PRIMARY KEY (team, month, cost_centre, feature, model)
  ) STRICT, WITHOUT ROWID;
  -- A rate is a line of rates.csv; 0 where no price is agreed.
  CREATE TABLE stored_monthly_line (
    month TEXT NOT NULL, team TEXT NOT NULL, cost_centre TEXT NOT NULL, subscription TEXT NOT NULL,
    feature TEXT NOT NULL, model TEXT NOT NULL, token_class TEXT NOT NULL, rate INTEGER NOT NULL,
    tokens INTEGER NOT NULL, cost INTEGER,
    PRIMARY KEY (month, subscription, feature, model, token_class, team, cost_centre, rate)
  ) STRICT, WITHOUT ROWID;
  """

private let rollUpColumns = """
  requests INTEGER NOT NULL, tokens INTEGER NOT NULL, input_tokens INTEGER NOT NULL,
  cached_tokens INTEGER, cache_write_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
  cost INTEGER, unpriced_tokens INTEGER NOT NULL
  """

/// Adds everything up once: where that fits into 64 bits, so does every sum that a page can ask for.
let cacheTotals = [
  """
  SELECT sum(tokens), sum(input_tokens), sum(cached_tokens), sum(cache_write_tokens),
    sum(output_tokens), sum(requests), sum(cost) FROM stored_monthly
  """,
  "SELECT sum(tokens), sum(requests) FROM stored_metered",
]
