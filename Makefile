# The whole of Naober by one word each. `make run` and `make test` are all that a newcomer needs.
.PHONY: run setup test check fix bench soak demo-pictures lock
.DEFAULT_GOAL := run
PORT ?= 8000
# What the pages are measured beside; without it the bench has a minimal page of its own.
LIMIT_PAGE ?= ../shared/bench/limit_django_page.py
PYTHON ?= python3

run:  ## environment, typeface, database, demo, and the server on port 8000 (PORT=...)
	@began=$$(date +%s) && $(PYTHON) tools/environment.py run && .venv/bin/python tools/font.py \
		&& NAOBER_BEGAN=$$began PORT=$(PORT) .venv/bin/naober demo

setup:  ## the environment of somebody who builds: .venv, with .venv/bin/naober
	@$(PYTHON) tools/environment.py dev
	@.venv/bin/python tools/font.py

test: setup  ## all that decides whether a change may land; the same as in CI
	@tools/system_packages.sh
	@.venv/bin/python -m tools.suite test

check: setup  ## the part of it that takes seconds: style, types, the guards of the house
	@.venv/bin/python -m tools.suite check

fix: setup  ## mend what a machine can mend: order of imports, layout, simple style
	@.venv/bin/ruff check --fix
	@.venv/bin/ruff format

bench: setup  ## how fast the pages are, as JSON
	@NAOBER_LIMIT_PAGE="$(wildcard $(LIMIT_PAGE))" .venv/bin/python -m bench.pages

soak: setup  ## ten times the kills, the loops and the mails of the suite; takes about half an hour
	@tools/system_packages.sh
	@.venv/bin/python -m tools.suite soak

demo-pictures: setup  ## the pictures of README and guide, from the demo
	@.venv/bin/python -m tools.pictures

lock: setup  ## requirements/ from pyproject.toml; UPGRADE=1 takes the newest versions that fit
	@UPGRADE=$(UPGRADE) tools/lock.sh
