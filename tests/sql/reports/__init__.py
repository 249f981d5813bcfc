"""Reports: what they count, and what nobody can find out by them."""
