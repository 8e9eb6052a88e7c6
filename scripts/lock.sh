#!/usr/bin/env bash
# Resolves pyproject.toml into the hashed requirements files, one version for every supported Python.
# Each file contains the one before it, with the same versions; none names where packages come from.
#   scripts/lock.sh             keeps what is locked, adds what is missing
#   scripts/lock.sh --upgrade   takes the newest of everything
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export UV_PYTHON_DOWNLOADS=never

compile() { # compile FILE OPTION...
  local file=$1
  shift
  .venv/bin/uv pip compile --quiet --generate-hashes --universal --fork-strategy fewest --python-version 3.11 \
    --no-emit-index-url --no-annotate --custom-compile-command "make lock" --output-file "$file" "$@"
  echo "• $file: $(grep -c '==' "$file")"
}

compile requirements-uv.txt --group uv "$@"
compile requirements.txt pyproject.toml --group build "$@"
compile requirements-test.txt pyproject.toml --group build --extra test -c requirements.txt "$@"
compile requirements-dev.txt pyproject.toml --group build --extra test --extra mutation --extra bench \
  -c requirements-test.txt "$@"
