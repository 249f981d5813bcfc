"""Administration: categories, groups, customer groups, contacts, the office's settings, and how the server is."""
