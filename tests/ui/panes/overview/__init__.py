"""Tests of navigation and list."""
