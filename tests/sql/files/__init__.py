"""Files: uploaded piece by piece, attached by the wish they belong to."""
