"""Reports: pages, files, keys."""
