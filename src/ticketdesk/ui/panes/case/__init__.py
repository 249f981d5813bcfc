"""One case: head, timeline, facts, and the composers; staff and requesters each see their own face of it."""
