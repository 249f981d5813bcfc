"""What a case is: words and rules. Pure: standard library only, no I/O."""
