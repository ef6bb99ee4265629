# What the commands of this folder share; sourced by them, with $root set.

say() { printf '%s\n' "$*" >&2; }

# libedit's headers: installed through apt where that needs no question, else the one line to type.
need_libedit() {
  [ "$(uname)" != Darwin ] || return 0 # macOS: part of the SDK. Untested.
  [ ! -e /usr/include/histedit.h ] || return 0
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing libedit-dev …"
    quietly apt-get install -y libedit-dev || { quietly apt-get update && quietly apt-get install -y libedit-dev; } ||
      { say "libedit-dev could not be installed."; exit 3; }
  elif command -v apt-get >/dev/null; then
    say "libedit's headers are missing. Type:  sudo apt-get install -y libedit-dev"
    exit 3
  else
    say "libedit's headers (histedit.h) are missing: install the development package of libedit."
    exit 3
  fi
}

need_swift() {
  command -v swift >/dev/null || { say "Swift 6.1 or later is missing: https://www.swift.org/install"; exit 3; }
}

# Runs a command and shows what it printed only when it fails.
quietly() {
  mkdir -p "$root/.build"
  _log=$(mktemp "$root/.build/log.XXXXXX")
  _status=0
  DEBIAN_FRONTEND=noninteractive "$@" >"$_log" 2>&1 </dev/null || _status=$?
  [ "$_status" = 0 ] || cat "$_log" >&2
  rm -f "$_log"
  return "$_status"
}

# Builds a release product when a source is newer than its last build; a time-stamp check, not a build.
build_release() {
  _stamp=$root/.build/release-$1.stamp
  if [ -x "$root/.build/release/$1" ] && [ -e "$_stamp" ]; then
    _newer=$(cd "$root" && find Package.swift Sources Plugins Benchmarks stdlib -newer "$_stamp" -print | head -n 1)
    [ -n "$_newer" ] || return 0
  fi
  need_swift
  need_libedit
  say "Building $1 (the first time takes a minute or two) …"
  mkdir -p "$root/.build"
  # Taken before the build: what is edited meanwhile counts as newer.
  touch "$_stamp.new"
  # One file that starts fast: Swift's own libraries inside. Apple's systems have them already.
  _static=--static-swift-stdlib
  [ "$(uname)" != Darwin ] || _static=
  quietly swift build --package-path "$root" -c release $_static --product "$1" || exit 3
  mv "$_stamp.new" "$_stamp"
}
