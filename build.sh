#!/usr/bin/env bash
# The one entry: builds, checks, tests, packages and runs Afternote. `./build.sh help` lists the commands.
# Thin on purpose: each step is a file in scripts/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=scripts/tools.sh
source scripts/tools.sh
# shellcheck source=scripts/steps.sh
source scripts/steps.sh
# shellcheck source=scripts/fuzz.sh
source scripts/fuzz.sh

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND

  run [--firefox] [FILE.ics --me ADDRESS ... [--name "NAME"]]
           build, and show the extension in a fresh browser profile
  test     check, then host tests, wasm tests, and the built extension in Chromium and Firefox
  check    formatting, lints for host and wasm, documentation, lint of the Firefox package
  build    dist/chrome and dist/firefox; with AFTERNOTE_GOOGLE_CLIENT_ID or
           AFTERNOTE_MICROSOFT_CLIENT_ID also for those services (docs/services.md)
  package  the archives for the stores, in dist/
  pictures the pictures of the README, in docs/images
  detect [--clues] [FOLDER ...]
           scores detection on labelled calendars, the project's own without a folder;
           with --clues also how each clue stands to the labels
  simulate [YEARS]
           lives 1,000 (or YEARS) random years of a job hunt, and kills the background everywhere
  fuzz [SECONDS]
           gives random bytes to the readers of calendars and pages, each for 60 (or SECONDS)
  bench    our reader beside its peers, native and wasm; target/report/bench.json
  site     not there yet

Whatever is missing is installed, or named with the command that installs it.
TEXT
}

command="${1:-help}"
shift || true
case "$command" in
  run) run_extension "$@" ;;
  test) run_tests ;;
  check) run_checks ;;
  build) build_extension ;;
  package) build_extension && step 'the archives could not be written' node scripts/package.mjs ;;
  pictures) take_pictures ;;
  simulate) simulate_years "$@" ;;
  fuzz) fuzz "$@" ;;
  detect) score_detection "$@" ;;
  bench) run_bench ;;
  site) fail "\"$command\" is not there yet." ;;
  help | --help | -h) usage ;;
  *)
    usage >&2
    fail "there is no command \"$command\"."
    ;;
esac
