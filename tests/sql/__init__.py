"""The database by itself: each write function as everybody, and what all of them keep."""
