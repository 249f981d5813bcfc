"""Keeping templates: the list of them, and the editor with its preview."""
