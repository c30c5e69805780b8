#!/bin/sh
# Writes the locked files from the lists in pyproject.toml: every version with its hashes, no address.
# Versions stay as they are unless they no longer fit; `make lock UPGRADE=1` takes the newest that fit.
set -eu
cd "$(dirname "$0")/.."

lock() {
    output=requirements/$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate ${UPGRADE:+--upgrade} "$@" --output-file "$output"
}

# dev first: it holds all that the others hold, so they follow its versions.
lock dev.txt pyproject.toml --extra postgres --group assets --group dev
lock runtime.txt pyproject.toml --extra postgres --constraint requirements/dev.txt
lock run.txt pyproject.toml --group assets --constraint requirements/dev.txt
lock uv.txt --group setup
