"""Working time booked at cases."""
