"""A made-up office for demonstrations: people, groups, a year of cases, and a few from just now. The same for the same seed and moment."""
