"""What tests share; holds no tests itself."""
