"""Exports and imports as they are on record."""
