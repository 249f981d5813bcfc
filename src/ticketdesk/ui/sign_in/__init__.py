"""Signing in: choosing a server, joining one by an invitation, refusing a wrong one. Not here: what is shown once one is in.

``frame`` is the window, painted first and cheap to load; ``window`` is what fills it.
"""
