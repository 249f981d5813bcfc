"""What a person wants to do. No Qt, no SQL text."""
