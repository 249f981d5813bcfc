"""Write functions of the subject notices."""
