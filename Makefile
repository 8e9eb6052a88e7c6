# Two commands are enough: `make run` opens the site, `make test` proves the work.
# Both prepare everything they need first; the second time that takes well under a second.
# `make` alone lists the rest.

PORT ?= 8000
export PORT

SETUP := scripts/setup.sh
PY := .venv/bin/python
CHECK := $(PY) scripts/check.py

.DEFAULT_GOAL := help
.PHONY: help run setup test check fast full format messages lock hooks bench mutation clean

help: ## list these targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: ## prepare, then open the site on http://localhost:8000 (PORT=9123 for another)
	@$(SETUP) run reader
	@exec $(PY) -m ocop.config.serve

setup: ## prepare for `make run` and nothing else
	@$(SETUP) run

test: ## prepare, then every check: lint, fast tier, full tier
	@$(SETUP) test browser postgres reader
	@$(CHECK) lint fast full

check: ## lint, format, types, layers, templates, law
	@$(SETUP) test
	@$(CHECK) lint

fast: ## rules, law, golden cases, command line, house; no database, no browser
	@$(SETUP) test
	@$(CHECK) fast

full: ## pages, both databases and a real Chromium
	@$(SETUP) test browser postgres reader
	@$(CHECK) full

format: ## put code and templates into the house style
	@$(SETUP) test
	@$(CHECK) format

messages: ## compile the translations (.po to .mo)
	@$(SETUP) run
	@$(PY) scripts/compile_messages.py

lock: ## resolve pyproject.toml again into the hashed requirements files
	@$(SETUP) run
	@scripts/lock.sh

hooks: ## run the checks before each commit (the set-up does this too)
	@git config core.hooksPath scripts/hooks

bench: ## measure against peers and against the machine's own limit
	@$(SETUP) dev
	@$(PY) -m bench

mutation: ## break the rules on purpose and count what the tests notice
	@$(SETUP) dev
	@$(CHECK) mutation

clean: ## remove the environment and every cache; var/ with its data stays
	@rm -rf .venv build dist mutants .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage src/*.egg-info
