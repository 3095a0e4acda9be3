#!/usr/bin/env bash
# Restores, checks the format, builds and runs all tests. --long runs every promised count of the fault loops.
# The last line is "N passed, N failed, N skipped"; nothing executed is a failure.
set -uo pipefail
cd "$(dirname "$0")/.."

if [[ ${1:-} == --long ]]; then
  export OFFICENODE_LONG=1
elif [[ $# -gt 0 ]]; then
  echo "usage: tests/run.sh [--long]" >&2
  exit 2
fi

. installer/debian-packages.sh
need_packages "$TEST_PACKAGES" || exit 3
need_node || exit 3

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
step() { echo "== $*"; "$@"; }
step dotnet restore OfficeNode.sln --locked-mode || exit 1
step dotnet build OfficeNode.sln --no-restore -c Release --nologo -v quiet || exit 1

results=$(mktemp -d) broken=0
trap 'rm -rf "$results"' EXIT

# All at once: tests wait for disks, processes and browsers half of their time. What each says is shown when it has ended.
# The build has judged style already; what is left is how lines stand.
step dotnet format whitespace OfficeNode.sln --no-restore --verify-no-changes >"$results/format.log" 2>&1 &
format=$!
runs=()
for project in OfficeNode.Tests OfficeNode.Journeys; do
  step dotnet test "tests/$project" --no-build -c Release --nologo --logger "trx;LogFileName=$project.trx" \
    --results-directory "$results" --logger "console;verbosity=minimal" -- NUnit.NumberOfTestWorkers=3 >"$results/$project.log" 2>&1 &
  runs+=($!)
done

wait "$format" || { cat "$results/format.log"; kill "${runs[@]}"; exit 1; }
for run in "${runs[@]}"; do
  wait "$run" || broken=$((broken + 1))
done
cat "$results"/OfficeNode.*.log

passed=0 failed=0 skipped=0
count() { grep -ohE "<Counters [^>]*\b$1=\"[0-9]+\"" "$results"/*.trx 2>/dev/null | grep -oE "\b$1=\"[0-9]+" | grep -oE '[0-9]+$' | awk '{s+=$1} END {print s+0}'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
failed=$((executed - passed)) skipped=$((total - executed))
missing=$(( 2 - $(find "$results" -name '*.trx' | wc -l) ))
if [[ $missing -gt 0 ]]; then
  echo "$missing test project(s) ended without a result." >&2
  failed=$((failed + missing))
fi
if [[ $failed -eq 0 && $broken -gt 0 ]]; then
  echo "$broken test project(s) broke off though no test failed." >&2
  failed=$broken
fi

echo
grep -ohE 'outcome="NotExecuted".*|<Message>[^<]*' "$results"/*.trx 2>/dev/null | grep '<Message>' | sed 's/<Message>/skipped: /' | sort | uniq -c | head -20
echo "$passed passed, $failed failed, $skipped skipped"
[[ $failed -eq 0 && $passed -gt 0 ]]
