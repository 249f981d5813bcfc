"""Write functions of the subject entry."""
