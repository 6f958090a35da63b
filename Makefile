# Aliases only: the two commands work without make.
PYTHON ?= python3

run:
	$(PYTHON) main.py

test:
	$(PYTHON) -m tests

.PHONY: run test
