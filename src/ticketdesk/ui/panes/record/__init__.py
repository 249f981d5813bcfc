"""Recording a report: who reports, what is the matter, how urgent it is, and where it goes."""
