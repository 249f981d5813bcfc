"""Tests of the import of other systems' cases."""
