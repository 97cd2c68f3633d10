#!/bin/sh
# Times `tokenbook import` and `tokenbook build`, and prints a Markdown table.
#
#   Benchmarks/run.sh              the demo's export: 98,594 JSON lines, 6 teams
#   PEERS=DIR Benchmarks/run.sh    a million lines of 50 teams, in turn with what a user would run
#                                  instead: DuckDB for the import, DuckDB + jinja2 for the site
#
# DIR holds gen.py, import_peers.py, mkfacts.py, to_duckdb.py, site_py.py and requirements.txt.
# RUNS=5: runs of each program, of which the medians are shown. WORK=DIR keeps the generated files.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
runs=${RUNS:-5}
work=${WORK:-$(mktemp -d)}
mkdir -p "$work"
[ -n "${WORK:-}" ] || trap 'rm -rf "$work"' EXIT

tokenbook=$(cd "$here/.." && pwd)/.build/release/tokenbook
[ -x "$tokenbook" ] || { echo "error: $tokenbook is not built yet; type make bench" >&2; exit 1; }

# measure JOB WORKBOOK BEFORE COMMAND OUTPUT [PEER_NAME PEER_COMMAND PEER_OUTPUT]
measure() {
  job=$1 workbook=$2 before=$3 command=$4 output=$5
  shift 5
  (cd "$workbook" && python3 "$here/measure.py" "$runs" "$job" "$before" \
    tokenbook "$tokenbook $command --quiet" "$output" "$@")
}

forget="rm -rf snapshot.sqlite* .tokenbook site site.previous .site.staging"
unbuilt="rm -rf .tokenbook site site.previous .site.staging"

python3 "$here/measure.py" --head

if [ -z "${PEERS:-}" ]; then
  echo "PEERS is not set: the demo's export is used, and nothing to compare with" >&2
  [ -e "$work/demo" ] || "$tokenbook" demo --quiet "$work/demo"
  measure "import, demo" "$work/demo" "$forget" import snapshot.sqlite
  measure "build, demo" "$work/demo" "$unbuilt" build site
  measure "build again, demo" "$work/demo" true build site
  exit
fi

peers=$(cd "$PEERS" && pwd)
python=$work/venv/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  grep -E '^(duckdb|Jinja2|minijinja|mistune|markdown-it-py)==' "$peers/requirements.txt" \
    >"$work/requirements.txt"
  "$work/venv/bin/pip" install --quiet --requirement "$work/requirements.txt" >&2 || {
    echo "the programs to compare with cannot be installed: only tokenbook is measured" >&2
    rm -rf "$work/venv"
  }
fi

for format in jsonl csv; do
  data=$work/million.$format
  workbook=$work/$format
  [ -e "$data" ] || python3 "$peers/gen.py" 1 1000000 50 500 10 6 90 "$data" --format $format
  python3 "$here/workbook.py" "$workbook" "$data"
  set --
  if [ -x "$python" ]; then
    set -- DuckDB "$python $peers/import_peers.py duckdb $data $work/peer.db" "$work/peer.db"
  fi
  measure "import, 1 M $format" "$workbook" "$forget" import snapshot.sqlite "$@"
  # Fast and wrong would be worth nothing: the totals are those that DuckDB and gen.py's notes give.
  totals=$("$tokenbook" query --workbook "$workbook" --format csv \
    "select sum(case metric when 'Prompt Tokens' then tokens end) || ' '
       || sum(case metric when 'Completion Tokens' then tokens end) || ' '
       || sum(case metric when 'Prompt Cached Tokens' then tokens end) as totals
     from metered" | tail -n 1)
  [ "$totals" = "505929417 124395046 56521967" ] || {
    echo "error: the import of $format adds up to '$totals'" >&2
    exit 1
  }
done

set --
if [ -x "$python" ]; then
  facts=$work/facts
  [ -e "$facts.duckdb" ] || {
    python3 "$peers/mkfacts.py" 100000 50 500 10 6 90 "$facts.db" >&2
    "$python" "$peers/to_duckdb.py" "$facts.db" "$facts.duckdb" >&2
  }
  set -- "DuckDB + jinja2" \
    "$python $peers/site_py.py $facts.duckdb $work/peer-site --charts plain" "$work/peer-site"
fi
measure "build, 50 teams" "$work/jsonl" "$unbuilt" build site "$@"
measure "build again, 50 teams" "$work/jsonl" true build site
