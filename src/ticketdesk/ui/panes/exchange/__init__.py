"""Importing in the client: from the chosen file by way of its columns and words to the imported cases, step by step."""
