"""Between threads and the outside: feed, connection, tray."""
