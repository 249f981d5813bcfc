"""Tests of the verbs about templates."""
