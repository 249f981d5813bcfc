"""Write functions of the subject handling."""
