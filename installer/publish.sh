#!/usr/bin/env bash
# Publishes a self-contained build into DIR; its program is DIR/officenode (Windows: DIR/officenode.exe).
# usage: publish.sh DIR [linux-x64|win-x64]
set -euo pipefail
if [[ $# -lt 1 || $# -gt 2 ]]; then
  echo "usage: installer/publish.sh DIR [linux-x64|win-x64]" >&2
  exit 2
fi
target=$(realpath -m "$1")
runtime=${2:-linux-x64}
cd "$(dirname "$0")/.."
. installer/debian-packages.sh
need_node

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet restore src/OfficeNode.Host --locked-mode
dotnet publish src/OfficeNode.Host --no-restore -c Release -r "$runtime" --self-contained -o "$target" --nologo -v quiet
echo "published for $runtime: $target/officenode"
