#!/usr/bin/env bash
# Saving typical marks through the register against sqlite3 doing .import and one script: wall clock and processor time, in one session.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
count=${1:-100000}
worker="dotnet $here/bin/Release/net10.0/OfficeNode.TestWorker.dll"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

$worker register flat "$work/marks.csv" "$count"
$worker register fill "$work/empty" 0
cp "$work/empty/register.db" "$work/plain.db"

TIMEFORMAT='%R s, %U s user, %S s system'
echo "sqlite3 .import and one script:"
time {
  sqlite3 "$work/plain.db" "CREATE TABLE flat (application, year INTEGER, application_sort, application_search, registration, registration_sort, registration_search,
    holder, holder_key, class_1, class_2, filed, registered, expires, text, json, digest, find)" ".mode csv" ".import $work/marks.csv flat"
  sqlite3 "$work/plain.db" < "$here/fill-register.sql"
}
echo "register:"
$worker register fill "$work/node" "$count"
