"""The house on the server: embedded cluster, upgrades, relay, jobs."""
