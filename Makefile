# Everything begins here; each target sets up what it needs first. `make` alone lists the targets.
.DEFAULT_GOAL := help
.PHONY: help setup demo demo-reset test lint bench replay validate test-long texts handbook handbook-tour package clean
PY := .venv/bin/python

help:
	@echo 'make demo         server, made-up office and two windows (DATA=FILE: on a real log)'
	@echo 'make demo-reset   forget the demonstration and begin anew next time'
	@echo 'make test         all tests, with a PostgreSQL of their own (ARGS=…: for pytest)'
	@echo 'make lint         ruff, mypy, import rules'
	@echo 'make bench        measurements beside the bare-SQL floor'
	@echo 'make replay       plays the whole real incident log at full speed and proves it (DATA=FILE)'
	@echo 'make validate     imports real logs and compares with an independent count (ARGS=--keep: renew docs/validation.md)'
	@echo 'make test-long    the property tests with many more cases: business time in Python and SQL'
	@echo 'make handbook     draw the handbook'"'"'s pictures anew'
	@echo 'make handbook-tour  draw those anew that come from the tour (wants the X server that .ci/run installs)'
	@echo 'make texts        compile translations, texts and icons'
	@echo 'make package      wheel and source archive'
	@echo 'make setup        only what the others do first'
	@echo 'make clean        remove what was built'

setup:
	@sh packaging/bootstrap.sh dev

demo:
	@sh packaging/bootstrap.sh app && exec $(PY) -m ticketdesk demo $(if $(DATA),--import-file '$(DATA)')

demo-reset:
	@sh packaging/bootstrap.sh app && exec $(PY) -m ticketdesk demo-reset

test: setup
	@$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 0 $(ARGS)

lint: setup
	@$(PY) -m ruff check src tests bench packaging
	@$(PY) -m mypy
	@.venv/bin/lint-imports

bench: setup
	@$(PY) -m bench $(ARGS)

replay: setup
	@$(PY) -m bench.replay $(if $(DATA),'$(DATA)') $(ARGS)

validate: setup
	@$(PY) -m bench.validation $(ARGS)

test-long: setup
	@TICKETDESK_ROUNDS=6000 $(PY) -m pytest -n 0 tests/sql/calendars tests/domain/test_calendar.py $(ARGS)

texts: setup
	@$(PY) packaging/build_resources.py

handbook: setup
	@$(PY) -m tests.ui.handbook $(ARGS)

handbook-tour: setup
	@$(PY) -m tests.tour.handbook

package: setup
	@$(PY) -m build --no-isolation

clean:
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo-pictures
