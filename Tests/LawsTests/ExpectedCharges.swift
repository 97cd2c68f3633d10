/// What the lines and the files of a company say, as they stand there.
let evidenceTables = """
  -- One row per line and metric. A wide line has one more row, without a metric, for its requests.
  CREATE TABLE record (
    source TEXT, second INTEGER, given_day TEXT, is_utc INTEGER, subscription TEXT, user TEXT,
    feature TEXT, model TEXT, metric TEXT, tokens INTEGER, items INTEGER);
  CREATE TABLE source (name TEXT, until TEXT);
  CREATE TABLE zone (from_second INTEGER, seconds INTEGER);
  CREATE TABLE wanted (as_of TEXT);
  CREATE TABLE subscription_period (subscription TEXT, team TEXT, first TEXT, last TEXT);
  CREATE TABLE team_period (team TEXT, cost_centre TEXT, first TEXT, last TEXT);
  CREATE TABLE model_rule (metered TEXT, model TEXT, relation TEXT);
  CREATE TABLE rate (
    id TEXT, price INTEGER, subscription TEXT, team TEXT, feature TEXT, model TEXT,
    token_class TEXT, first TEXT, last TEXT);
  """

/// What they come to, step by step, by contract.md 1 to 5.
let expectedCharges = """
  CREATE TABLE token_record AS
  SELECT source,
    coalesce(given_day, date(second + iif(is_utc, 0, (
      SELECT seconds FROM zone WHERE from_second <= second ORDER BY from_second DESC LIMIT 1
    )), 'unixepoch')) AS day,
    coalesce(nullif(subscription, ''), 'unknown') AS subscription,
    coalesce(nullif(user, ''), 'unknown') AS user,
    coalesce(nullif(feature, ''), 'unknown') AS feature,
    coalesce(nullif(model, ''), 'unknown') AS metered,
    metric, tokens, items,
    metric IS NULL OR metric IN ('Prompt Tokens', 'Completion Tokens', 'Total Tokens',
      'Prompt Cached Tokens', 'Prompt Cache Write Tokens', 'Completion Reasoning Tokens')
      AS is_known
  FROM record WHERE metric IS NULL OR metric GLOB '* Tokens';

  CREATE TABLE last_day AS
  SELECT CASE WHEN as_of < (SELECT min(day) FROM token_record)
      THEN (SELECT min(day) FROM token_record)
    WHEN as_of <= (SELECT max(day) FROM token_record) THEN as_of
    ELSE (SELECT max(day) FROM token_record) END AS day FROM (SELECT (SELECT as_of FROM wanted) AS as_of);

  CREATE TABLE named AS
  WITH ruled AS (
    SELECT m.metered, (
      SELECT r.rowid FROM model_rule r WHERE r.metered = m.metered OR (
        substr(r.metered, -1) = '*'
        AND substr(m.metered, 1, length(r.metered) - 1)
          = substr(r.metered, 1, length(r.metered) - 1))
      ORDER BY substr(r.metered, -1) = '*', length(r.metered) DESC LIMIT 1) AS rule
    FROM (SELECT DISTINCT metered FROM token_record) m)
  SELECT m.metered, coalesce(r.model, m.metered) AS model,
    coalesce(r.relation, CASE
      WHEN m.metered GLOB 'gpt-*' OR m.metered GLOB 'o1*' OR m.metered GLOB 'o3*'
        OR m.metered GLOB 'o4*' OR m.metered GLOB 'text-embedding-*' THEN 'inside'
      WHEN m.metered GLOB 'claude-*' THEN 'beside' ELSE 'unknown' END) AS relation
  FROM ruled m LEFT JOIN model_rule r ON r.rowid = m.rule;

  CREATE TABLE series AS
  SELECT day, source, subscription, user, feature, metered,
    sum(tokens) FILTER (WHERE metric = 'Prompt Tokens') AS prompt,
    sum(tokens) FILTER (WHERE metric = 'Completion Tokens') AS completion,
    sum(tokens) FILTER (WHERE metric = 'Total Tokens') AS total,
    sum(tokens) FILTER (WHERE metric = 'Prompt Cached Tokens') AS cached,
    sum(tokens) FILTER (WHERE metric = 'Prompt Cache Write Tokens') AS cache_write,
    sum(tokens) FILTER (WHERE metric = 'Completion Reasoning Tokens') AS reasoning,
    sum(items) FILTER (WHERE metric IS NULL OR metric = 'Total Tokens') AS requests
  FROM token_record WHERE is_known GROUP BY 1, 2, 3, 4, 5, 6;

  -- A total stands in for a missing prompt, else for a missing completion.
  CREATE TABLE usage AS
  SELECT s.*, n.model, n.relation, substr(day, 1, 7) AS month,
    CASE WHEN prompt IS NULL THEN max(0, coalesce(total, 0) - coalesce(completion, 0))
      WHEN completion IS NULL THEN prompt
      ELSE prompt + max(0, coalesce(total, 0) - prompt - completion - coalesce(cache_write, 0)
        - iif(relation = 'inside', 0, coalesce(cached, 0))) END AS full_prompt,
    CASE WHEN completion IS NOT NULL THEN completion WHEN prompt IS NULL THEN 0
      ELSE max(0, coalesce(total, 0) - prompt) END AS full_completion,
    relation <> 'unknown' AND EXISTS (
      SELECT 1 FROM series c WHERE c.source = s.source AND c.metered = s.metered
        AND substr(c.day, 1, 7) = substr(s.day, 1, 7) AND c.cached IS NOT NULL
    ) AS is_cached_known
  FROM series s JOIN named n USING (metered) WHERE day <= (SELECT day FROM last_day);

  CREATE TABLE expected_charge AS
  WITH part AS (
    SELECT day, month, subscription, feature, model, relation, is_cached_known,
      sum(full_prompt) AS prompt, sum(full_completion) AS output,
      sum(coalesce(cached, 0)) AS cached, sum(reasoning) AS reasoning,
      sum(coalesce(requests, 0)) AS requests
    FROM usage GROUP BY day, source, subscription, feature, metered),
  charge AS (
    SELECT day, month, subscription, feature, model, sum(requests) AS requests,
      sum(iif(relation = 'inside' AND cached <= prompt, prompt - cached, prompt)) AS input,
      sum(iif(relation = 'beside' OR (relation = 'inside' AND cached <= prompt), cached, 0))
        AS cached,
      sum(output) AS output, sum(reasoning) AS reasoning,
      max(is_cached_known) AS is_cached_known
    FROM part GROUP BY day, subscription, feature, model),
  assigned AS (
    SELECT c.*, coalesce((
      SELECT team FROM subscription_period p WHERE p.subscription = c.subscription
        AND c.day BETWEEN coalesce(first, '') AND coalesce(last, '9')), 'unassigned') AS team
    FROM charge c)
  SELECT a.*, coalesce((
      SELECT nullif(cost_centre, '') FROM team_period p WHERE p.team = a.team
        AND a.day BETWEEN coalesce(first, '') AND coalesce(last, '9')), 'unassigned') AS cost_centre,
    input + cached + output AS tokens, iif(is_cached_known, cached, NULL) AS shown_cached
  FROM assigned a;

  CREATE TABLE expected_line AS
  WITH line AS (
    SELECT *, input AS class_tokens, 'input' AS token_class FROM expected_charge
    UNION ALL SELECT *, cached, 'cached_input' FROM expected_charge
    UNION ALL SELECT *, output, 'output' FROM expected_charge),
  rated AS (
    SELECT l.*, (
      SELECT r.id FROM rate r
      WHERE l.day BETWEEN coalesce(first, '') AND coalesce(last, '9')
        AND l.subscription = coalesce(r.subscription, l.subscription)
        AND l.team = coalesce(r.team, l.team) AND l.feature = coalesce(r.feature, l.feature)
        AND l.model = coalesce(r.model, l.model)
        AND l.token_class = coalesce(r.token_class, l.token_class)
      ORDER BY r.subscription IS NULL, r.subscription IS NULL AND r.team IS NULL,
        r.feature IS NULL, r.model IS NULL, r.token_class IS NULL LIMIT 1) AS rate
    FROM line l WHERE class_tokens <> 0)
  SELECT day, month, team, cost_centre, subscription, feature, l.model, l.token_class,
    class_tokens AS tokens, l.rate, r.price, half_even(class_tokens, r.price) AS cost
  FROM rated l LEFT JOIN (SELECT id, price FROM rate) r ON r.id = l.rate;
  """
