#!/usr/bin/env bash
# Builds the kit when its sources are newer than the program, then passes all arguments on to it.
# CONFORMANCE_NO_BUILD=1 takes the program as it is.
set -euo pipefail
# Whatever goes wrong here decides nothing, and bash's own codes would say something else: 1 that the target doesn't conform.
trap 'echo "conformance: the kit could not be started: $BASH_COMMAND" >&2; exit 3' ERR
trap 'echo "conformance: interrupted before anything was tested" >&2; exit 3' INT TERM
root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
project="$root/conformance/Conformance.Cli/Conformance.Cli.csproj"
program="$root/conformance/Conformance.Cli/bin/Release/net10.0/conformance.dll"
stamp="$root/conformance/Conformance.Cli/obj/built.stamp"

if ! command -v dotnet >/dev/null 2>&1; then
  echo "conformance: the .NET 10 SDK is missing; install it so that 'dotnet' is on the PATH" >&2
  exit 2
fi

is_up_to_date() {
  [[ -f "$program" && -f "$stamp" ]] || return 1
  local newer
  newer="$(find "$root/schemas" "$root/generators" "$root/reports" "$root/conformance" "$root"/Directory.* "$root/global.json" \
    \( -name bin -o -name obj -o -name out -o -name docs -o -name '*.Tests' -o -name contracts \) -prune -o \
    -type f -newer "$stamp" -print -quit)"
  [[ -z "$newer" ]]
}

# Two that start together build one after the other.
if [[ -z "${CONFORMANCE_NO_BUILD:-}" ]] && ! is_up_to_date && command -v flock >/dev/null 2>&1; then
  mkdir -p "$(dirname "$stamp")"
  exec 9>"$stamp.lock"
  flock --nonblock 9 || { echo "Another command builds the kit; waiting for it ..." >&2 && flock 9; }
fi

if [[ -z "${CONFORMANCE_NO_BUILD:-}" ]] && ! is_up_to_date; then
  echo "Building the kit ..." >&2
  log="$(mktemp)"
  begun="$stamp.$$"
  trap 'rm -f "$log" "$begun"' EXIT
  mkdir -p "$(dirname "$stamp")"
  touch "$begun" # what changes while the build runs is newer than this, and built next time
  if ! dotnet build "$project" --configuration Release --nologo --verbosity quiet >"$log" 2>&1 9>&-; then
    cat "$log" >&2
    echo "conformance: the kit does not build; the messages above say where" >&2
    exit 3
  fi
  mv "$begun" "$stamp"
  rm -f "$log"
  trap - EXIT
fi
exec 9>&-

if [[ ! -f "$program" ]]; then
  echo "conformance: the kit is not built; leave CONFORMANCE_NO_BUILD out, and it is built now" >&2
  exit 2
fi

# Most of what a run allocates is gone a moment later: a larger nursery saves a sixth of the processor's time.
export DOTNET_GCgen0size="${DOTNET_GCgen0size:-0x1800000}"
# What large responses leave behind is given back sooner; it costs no time that could be measured.
export DOTNET_GCConserveMemory="${DOTNET_GCConserveMemory:-9}"

# In the place of this shell, so that signals reach the program and its exit code is the caller's.
exec dotnet "$program" "$@"
