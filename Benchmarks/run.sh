#!/bin/sh
# Times `tokenbook import` and `tokenbook build`, and prints a Markdown table.
#
#   Benchmarks/run.sh              the demo's export: 98,594 JSON lines, 6 teams
#   PEERS=DIR Benchmarks/run.sh    one and five million lines of 50 teams, in turn with what a user
#                                  would run instead: DuckDB for the import, DuckDB + jinja2 for the
#                                  site
#
# DIR holds gen.py, import_peers.py, mkfacts.py, to_duckdb.py, site_py.py and requirements.txt.
# MILLIONS="1 5": sizes of the import. IMPORT_ONLY=1 leaves out the builds, which need the first.
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

# Fast and wrong would be worth nothing: the totals are those that DuckDB and gen.py's notes give.
for millions in ${MILLIONS:-1 5}; do
  case $millions in
    1) expected="505929417 124395046 56521967" ;;
    5) expected="2515968040 621140237 278967549" ;;
    *) echo "error: MILLIONS is '$millions', of which no totals are known; give 1 or 5" >&2; exit 1 ;;
  esac
  for format in jsonl csv; do
    data=$work/m$millions.$format
    workbook=$work/m$millions-$format
    [ -e "$data" ] ||
      python3 "$peers/gen.py" 1 "${millions}000000" 50 500 10 6 90 "$data" --format $format
    python3 "$here/workbook.py" "$workbook" "$data"
    set --
    if [ -x "$python" ]; then
      set -- DuckDB "$python $peers/import_peers.py duckdb $data $work/peer.db" "$work/peer.db"
    fi
    measure "import, $millions M $format" "$workbook" "$forget" import snapshot.sqlite "$@"
    totals=$("$tokenbook" query --workbook "$workbook" --format csv \
      "select sum(case metric when 'Prompt Tokens' then tokens end) || ' '
         || sum(case metric when 'Completion Tokens' then tokens end) || ' '
         || sum(case metric when 'Prompt Cached Tokens' then tokens end) as totals
       from metered" | tail -n 1)
    [ "$totals" = "$expected" ] || {
      echo "error: the import of $data adds up to '$totals'" >&2
      exit 1
    }
  done
done
[ -n "${IMPORT_ONLY:-}" ] && exit

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
measure "build, 50 teams" "$work/m1-jsonl" "$unbuilt" build site "$@"
measure "build again, 50 teams" "$work/m1-jsonl" true build site
