"""Verbs of setting up."""
