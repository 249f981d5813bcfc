"""Import of other systems' cases: read, map, check, send in batches. No SQL and no Qt here; the database's one function writes."""
