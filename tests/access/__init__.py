"""Attacks on the database through real log-ins, expected from the table of rights alone."""
