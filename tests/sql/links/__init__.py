"""Links between cases, and merging."""
