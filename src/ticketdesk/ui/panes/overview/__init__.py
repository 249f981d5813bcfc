"""Navigation and the list of tickets. Opening a ticket goes through the context; what a case shows is another pane's matter."""
