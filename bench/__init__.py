"""Measurements beside the bare-SQL floor, taken in the same run: ``python -m bench``. Nothing of the program imports this."""
