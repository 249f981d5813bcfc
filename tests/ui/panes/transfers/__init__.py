"""What was exported and imported."""
