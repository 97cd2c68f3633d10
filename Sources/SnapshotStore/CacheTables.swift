/// The tables of the charges cache. Templates see the views above them only.
///
/// `stored_charge` is clustered by team and day: a page about one team reads that team's rows.
let cacheTables = """
  CREATE TABLE stored_facts (
    cache_key TEXT NOT NULL, as_of TEXT, first_day TEXT, newest_day TEXT,
    users TEXT NOT NULL
  ) STRICT;

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
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL,
    cost_centre TEXT NOT NULL, owner TEXT, email TEXT, valid_from TEXT, valid_to TEXT
  ) STRICT;
  CREATE TABLE stored_cost_centre (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE stored_subscription (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL,
    team TEXT NOT NULL, valid_from TEXT, valid_to TEXT
  ) STRICT;
  CREATE TABLE stored_feature (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL, owner TEXT
  ) STRICT;
  CREATE TABLE stored_model (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, slug TEXT NOT NULL,
    colour INTEGER NOT NULL, first_day TEXT, active INTEGER NOT NULL,
    cached TEXT NOT NULL, metered TEXT NOT NULL
  ) STRICT;
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
    team INTEGER NOT NULL, day TEXT NOT NULL, subscription INTEGER NOT NULL,
    feature INTEGER NOT NULL, model INTEGER NOT NULL, month TEXT NOT NULL,
    cost_centre INTEGER NOT NULL, requests INTEGER NOT NULL, tokens INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL, cached_tokens INTEGER, cache_write_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL, reasoning_tokens INTEGER, cost INTEGER,
    unpriced_tokens INTEGER NOT NULL, priced_tokens INTEGER NOT NULL,
    PRIMARY KEY (team, day, subscription, feature, model)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_charge_line (
    team INTEGER NOT NULL, day TEXT NOT NULL, subscription INTEGER NOT NULL,
    feature INTEGER NOT NULL, model INTEGER NOT NULL, token_class TEXT NOT NULL,
    month TEXT NOT NULL, cost_centre INTEGER NOT NULL, tokens INTEGER NOT NULL, rate INTEGER,
    cost INTEGER,
    PRIMARY KEY (team, day, subscription, feature, model, token_class)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_person (
    month TEXT NOT NULL, team INTEGER NOT NULL, feature INTEGER NOT NULL, user TEXT NOT NULL,
    requests INTEGER NOT NULL, tokens INTEGER NOT NULL, cost INTEGER,
    unpriced_tokens INTEGER NOT NULL, people INTEGER,
    PRIMARY KEY (team, month, feature, user)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_metered (
    day TEXT NOT NULL, source TEXT NOT NULL, metric TEXT NOT NULL, model INTEGER NOT NULL,
    tokens INTEGER NOT NULL, requests INTEGER, counts INTEGER NOT NULL,
    PRIMARY KEY (day, source, metric, model)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE stored_pull (
    source TEXT NOT NULL PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    row_count INTEGER NOT NULL, last_ingested TEXT NOT NULL, state TEXT NOT NULL
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

/// Made after the charges are in: indexes, and sums for pages that are not about one team.
let cacheRollUps = """
  CREATE INDEX stored_charge_by_month ON stored_charge (month);
  CREATE INDEX stored_charge_line_by_month ON stored_charge_line (month);
  CREATE INDEX stored_person_by_month ON stored_person (month);

  CREATE TABLE stored_daily_team (
    day TEXT NOT NULL, cost_centre INTEGER NOT NULL, team INTEGER NOT NULL, \(rollUpColumns),
    PRIMARY KEY (day, team, cost_centre)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO stored_daily_team
  SELECT day, cost_centre, team, \(rollUpSums) FROM stored_charge GROUP BY day, team, cost_centre;

  CREATE TABLE stored_daily_feature (
    day TEXT NOT NULL, feature INTEGER NOT NULL, model INTEGER NOT NULL, \(rollUpColumns),
    PRIMARY KEY (day, feature, model)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO stored_daily_feature
  SELECT day, feature, model, \(rollUpSums) FROM stored_charge GROUP BY day, feature, model;

  CREATE TABLE stored_monthly (
    month TEXT NOT NULL, cost_centre INTEGER NOT NULL, team INTEGER NOT NULL,
    feature INTEGER NOT NULL, model INTEGER NOT NULL, \(rollUpColumns),
    PRIMARY KEY (month, team, cost_centre, feature, model)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO stored_monthly
  SELECT month, cost_centre, team, feature, model, \(rollUpSums)
  FROM stored_charge GROUP BY month, team, cost_centre, feature, model;
  """

private let rollUpColumns = """
  requests INTEGER NOT NULL, tokens INTEGER NOT NULL, input_tokens INTEGER NOT NULL,
  cached_tokens INTEGER, cache_write_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
  cost INTEGER, unpriced_tokens INTEGER NOT NULL, priced_tokens INTEGER NOT NULL
  """

private let rollUpSums = """
  sum(requests), sum(tokens), sum(input_tokens), sum(cached_tokens), sum(cache_write_tokens),
  sum(output_tokens), sum(cost), sum(unpriced_tokens), sum(priced_tokens)
  """

/// Adds everything up once: where that fits into 64 bits, so does every sum that a page can ask for.
let cacheTotals = [
  """
  SELECT sum(tokens), sum(input_tokens), sum(cached_tokens), sum(cache_write_tokens),
    sum(output_tokens), sum(requests), sum(cost) FROM stored_monthly
  """,
  "SELECT sum(reasoning_tokens) FROM stored_charge",
  "SELECT sum(tokens), sum(requests) FROM stored_metered",
]
