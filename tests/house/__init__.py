"""The house: rules that hold between rooms."""
