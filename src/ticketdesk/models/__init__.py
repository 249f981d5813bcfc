"""Mapped relations, read-only for the client. SQLAlchemy only."""
