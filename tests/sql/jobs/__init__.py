"""What happens by the server's clock."""
