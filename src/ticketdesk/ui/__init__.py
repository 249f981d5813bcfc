"""The desktop client."""

from ticketdesk.ui.kit.imports import leave_sources_unread

leave_sources_unread()
