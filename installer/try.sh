#!/usr/bin/env bash
# The whole job with a sample office, in a temporary folder: register data and page images in, packages out over SFTP to a receiving desk
# on this machine, signed receipts back. Ends with a table and exit code 0; --serve keeps the kiosk running afterwards.
# STANDARDS=DIR installs official schema sets from DIR first (they are WIPO's and not part of this project).
set -euo pipefail

serve=
case ${1:-} in
  '') ;;
  --serve) serve=yes ;;
  *) echo "usage: installer/try.sh [--serve]" >&2; exit 2 ;;
esac

cd "$(dirname "$0")/.."
. installer/debian-packages.sh
need_packages "$TRY_PACKAGES"
need_node

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
say() { printf '\n== %s\n' "$*"; }

say "building"
dotnet restore src/OfficeNode.Host --locked-mode -v quiet
dotnet build src/OfficeNode.Host --no-restore -c Release --nologo -v quiet
program=$PWD/src/OfficeNode.Host/bin/Release/net10.0/officenode
corpus=$PWD/tests/corpus/office

work=$(mktemp -d -t officenode-try-XXXXXX)
sshd_pid= desk_pid=
finish() {
  for pid in $desk_pid $sshd_pid; do
    kill "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap finish EXIT

node() { "$program" "$1" --data "$work/node" "${@:2}"; }
desk() { "$program" "$1" --data "$work/desk" "${@:2}"; }
# Findings in the data are what a sample office is for: exit code 1 goes on, all others end here.
judged() { "$@" || [[ $? -eq 1 ]]; }

say "a sample office and a receiving desk"
node init --office XX --name "Office of Industrial Property of Tamarelle" --language en
desk init --office XN --name "Regional desk"
if [[ -n ${STANDARDS:-} ]]; then
  node standards add "$STANDARDS"
  desk standards add "$STANDARDS"
fi

say "importing the register"
for table in trademarks patents utility-models designs; do
  judged node import "$corpus/$table.csv" --map "$corpus/$table.map.json"
done
judged node import "$corpus"/*.xml

say "adding page images"
added=0 refused=0
while IFS=$'\t' read -r dossier document _ _ _ files; do
  [[ $dossier == dossier ]] && continue
  paths=()
  for file in $files; do
    paths+=("$corpus/$file")
  done
  result=$(judged node pages add --dossier "$dossier" --document "$document" "${paths[@]}" --json)
  added=$((added + $(jq .added <<<"$result"))) refused=$((refused + $(jq .refused <<<"$result")))
  jq -r '.findings[] | "\(.severity): \(.dossier): \(.message)"' <<<"$result"
done <"$corpus/pages.tsv"
echo "$added pages added, $refused files refused."

say "publishing what the gazette and the register opened"
published=0
while IFS=$'\t' read -r dossier act date by gazette opens destinations _ why; do
  [[ $dossier == dossier ]] && continue
  if [[ $act == hold ]]; then
    node hold "$dossier" --reason "$why" --by "$by" >/dev/null
    continue
  fi
  options=()
  [[ $opens != - ]] && options+=(--opens "$opens")
  [[ $destinations != - ]] && options+=(--for "$destinations")
  node publish "$dossier" --act "$act" --date "$date" --by "$by" --gazette "$gazette" "${options[@]}" >/dev/null
  published=$((published + 1))
done <"$corpus/acts.tsv"
echo "$published acts recorded."

say "what the rules find"
judged node validate --all --json >"$work/validate.json"
jq -r '[.findings[] | select(.severity != "info")] | group_by(.rule)[] | "\(length) x \(.[0].severity): \(.[0].rule): \(.[0].message)"' "$work/validate.json"
jq -r '"\(.records) records judged, \(.valid) without errors."' "$work/validate.json"

say "starting a desk's SFTP server on loopback"
mkdir -p "$work/ssh" "$work/tree"/{Patents,Trademarks,Designs}/{Full_Extraction,Updates,Test} "$work/tree/Receipts"
ssh-keygen -q -t ed25519 -N '' -f "$work/ssh/host_key"
port=$(( 20000 + RANDOM % 20000 ))
host_key=$(cut -d' ' -f1,2 "$work/ssh/host_key.pub")
for destination in patentscope brand-database design-database; do
  node destination set "$destination" --state agreed --reference "Sample agreement 1" --date 2026-11-02 --by "Nadia Imaginary" \
    --sftp "$(id -un)@127.0.0.1:$port$work/tree" --host-key "$host_key" --acknowledgement signed --sidecars true 2>/dev/null
done
cp "$work/node/keys/sftp.pub" "$work/ssh/authorized_keys"
cat >"$work/ssh/config" <<CONFIG
ListenAddress 127.0.0.1
Port $port
HostKey $work/ssh/host_key
AuthorizedKeysFile $work/ssh/authorized_keys
PasswordAuthentication no
UsePAM no
StrictModes no
PidFile none
Subsystem sftp internal-sftp
CONFIG
[[ $(id -u) -eq 0 ]] && mkdir -p /run/sshd
/usr/sbin/sshd -D -e -f "$work/ssh/config" 2>"$work/ssh/log" &
sshd_pid=$!
for _ in $(seq 100); do
  grep -q 'Server listening' "$work/ssh/log" && break
  sleep 0.1
done
grep -q 'Server listening' "$work/ssh/log" || { cat "$work/ssh/log" >&2; exit 3; }

say "exchanging certificates"
node keys export --to "$work/office.pem" >/dev/null
desk keys export --to "$work/desk.pem" >/dev/null
desk trust add "$work/office.pem" --for intake
for destination in patentscope brand-database design-database; do
  node trust add "$work/desk.pem" --for "$destination"
done

say "packaging for the three databases"
for destination in patentscope brand-database design-database; do
  judged node package --destination "$destination" --scope full --json >"$work/$destination.json"
  jq -r --arg d "$destination" '.packages[] | "\($d): \(.name): \(.records) records, \(.members) members, \(.bytes) bytes"' "$work/$destination.json"
done

say "delivering, taking in at the desk, fetching receipts"
node sync --once
judged desk intake --root "$work/tree"
node sync --once

say "what was left out, and why"
jq -rs '[.[].skipped[]] | group_by(.reason)[] | "\(.[0].reason): \(map(.record) | join(" "))"' "$work"/{patentscope,brand-database,design-database}.json

say "summary"
node status --json >"$work/status.json"
jq -r '.records | to_entries[] | "\(.key)\t\(.value) records"' "$work/status.json" | column -t -s $'\t'
jq -r '"pages\t\(.pages)"' "$work/status.json" | column -t -s $'\t'
{
  printf 'destination\tpackage\tbytes\tstate\tverified\n'
  jq -r '.outbox[] | [.destination, .package, .bytes, .state, .verified] | @tsv' "$work/status.json"
} | column -t -s $'\t'
jq -e '.outbox | length == 3 and all(.state == "accepted" and .verified)' "$work/status.json" >/dev/null || {
  echo "Not every package was accepted with a verified receipt." >&2
  exit 1
}
echo "Every package was delivered, accepted and verified by its signed receipt."

# Paper for whoever tries the kiosk: three filings with their separator sheets, as a copier would save them.
lay_tray() {
  local sheet=0 dossier document file files pages
  mkdir -p "$work/tray"
  while IFS=$'\t' read -r dossier document files; do
    [[ $dossier == dossier ]] && continue
    pages=$(wc -w <<<"$files")
    sheet=$((sheet + 1))
    node separators print --dossier "$dossier" --document "$document:$pages" --to "$work/tray/$(printf %02d $sheet)-sheet.pdf" >/dev/null
    for file in $files; do
      sheet=$((sheet + 1))
      cp "$corpus/../$file" "$work/tray/$(printf %02d $sheet)-page.${file##*.}"
    done
  done <"$corpus/../tray/tray.tsv"
}

# The desk goes on taking in: what is sent from the kiosk gets its receipt, which the next sending brings home.
keep_desk_open() {
  while sleep 15; do
    desk intake --root "$work/tree" >>"$work/desk.log" 2>&1 || true   # what it refuses stands in its receipts
  done
}

if [[ -n $serve ]]; then
  keep_desk_open &
  desk_pid=$!
  say "paper to try: three filings lie in $work/tray"
  lay_tray
  node scanners watch "$work/tray"
  say "the kiosk: open the address in a browser of this machine; its first screen asks for an administrator (Ctrl+C ends it)"
  node serve
fi
