#!/bin/sh
# Judges a table of texts with DuckDB, and holds the texts of each repository against each other.
#
#     sh duckdb.sh TEXTS FINDINGS        both files of Parquet
#
# TEXTS has the columns `id`, `repo`, `path` and `text`. FINDINGS gets one row a finding: what `pingless check` says in
# each repository, but for links that lead nowhere: those are seen from the files around a text. Flags behind the two
# names go to both steps. No table is held in memory.
set -eu
texts=$1 findings=$2
shift 2
pingless=${PINGLESS:-pingless} duckdb=${DUCKDB:-duckdb}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Map: each text by itself, one line in and one line out. What goes wrong in a pipe is told by its last program only, so
# the steps of this one say it in a file.
{
    "$duckdb" -c "COPY (SELECT id, path, text, {'repo': repo} AS meta FROM read_parquet('$texts'))
                  TO '/dev/stdout' (FORMAT json)" || touch "$work/failed"
} | "$pingless" stream --emit diagnostics,summaries "$@" > "$work/rows"
[ ! -e "$work/failed" ]

# Reduce: the summaries of each repository.
"$pingless" link --by repo "$@" < "$work/rows" > "$work/linked"

"$duckdb" -c "
    CREATE VIEW told AS
        SELECT line ->> '$.id' AS id, line ->> '$.meta.repo' AS repo, unnest(line -> '$.diagnostics[*]') AS it
        FROM read_ndjson_objects('$work/rows') AS rows(line)
        UNION ALL
        SELECT line ->> '$.id', line ->> '$.meta.repo', line
        FROM read_ndjson_objects('$work/linked') AS rows(line);
    COPY (
        SELECT id, repo, it ->> 'path' AS path, it ->> 'rule' AS rule, it ->> 'level' AS level,
               it ->> 'confidence' AS confidence, it ->> 'message' AS message, it ->> 'question' AS question,
               it ->> 'help' AS help, it ->> 'label' AS label,
               CAST(it ->> '$.range.start.line' AS BIGINT) AS line,
               CAST(it ->> '$.range.start.offset' AS BIGINT) AS \"start\",
               CAST(it ->> '$.range.end.offset' AS BIGINT) AS \"end\",
               it -> 'related' AS related
        FROM told ORDER BY repo, path, \"start\", rule
    ) TO '$findings' (FORMAT parquet);"
