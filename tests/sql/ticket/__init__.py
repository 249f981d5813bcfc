"""Write functions of the subject ticket."""
