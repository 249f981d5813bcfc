"""A tour by real clients, each its own process and log-in, on a real X server, led through their own actions, forms and composers."""
