"""The relations a client may read, column by column as granted. Core tables, no ORM: imports stay short and rows stay slim."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Integer, MetaData, SmallInteger, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

metadata = MetaData(schema="td")

_AT = DateTime(timezone=True)

ticket = Table(
    "ticket",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("kind", SmallInteger),
    Column("subject", Text),
    Column("state", SmallInteger),
    Column("priority", SmallInteger),
    Column("recorded_at", _AT),
    Column("updated_at", _AT),
    Column("version", Integer),
    Column("seq", Integer),
    Column("requester_id", Integer),
    Column("requester_name", Text),
    Column("requester_phone", Text),
    Column("requester_email", Text),
    Column("requester_company", Text),
    Column("requester_department", Text),
    Column("recorded_by", Integer),
    Column("channel", SmallInteger),
    Column("category_id", Integer),
    Column("customer_group_id", Integer),
    Column("document_ref", Text),
    Column("wished_at", _AT),
    Column("reopen_until", _AT),
    Column("target_at", _AT),
    Column("due_at", _AT),
    Column("way", SmallInteger),
    Column("came_from", SmallInteger),
    Column("hidden", Boolean),
    Column("coordinator_id", Integer),
    Column("group_id", Integer),
    Column("handler_id", Integer),
    Column("participants", ARRAY(Integer)),
    Column("waiting_reason", SmallInteger),
    Column("waiting_until", _AT),
    Column("promised_at", _AT),
    Column("late_message_at", _AT),
    Column("state_since", _AT),
    Column("promise_due_at", _AT),
    Column("promise_stopped_at", _AT),
    Column("promise_minutes", Integer),
    Column("promise_calendar_id", Integer),
    Column("promise_measure", SmallInteger),
    Column("promise_internal", Boolean),
    Column("closes_at", _AT),
    Column("answered_at", _AT),
    Column("closed_at", _AT),
    Column("reopened", Integer),
    Column("external_ref", Text),
    Column("is_open", Boolean),
    Column("files", Integer),
    Column("parent_id", BigInteger),
    Column("root_id", BigInteger),
    Column("depth", SmallInteger),
    Column("mark", Text),
    Column("commissioned_by", Integer),
    Column("blocking", Boolean),
    Column("contact_label", Text),
    Column("parts_total", Integer),
    Column("parts_open", Integer),
    Column("parts_back", Integer),
    Column("parts_blocking", Integer),
)

ticket_public = Table(
    "ticket_public",
    metadata,
    Column("ticket_id", BigInteger, primary_key=True),
    Column("requester_id", Integer),
    Column("kind", SmallInteger),
    Column("subject", Text),
    Column("state", SmallInteger),
    Column("priority", SmallInteger),
    Column("category_id", Integer),
    Column("document_ref", Text),
    Column("requester_name", Text),
    Column("requester_phone", Text),
    Column("requester_email", Text),
    Column("requester_company", Text),
    Column("requester_department", Text),
    Column("owner_label", Text),
    Column("channel", SmallInteger),
    Column("wished_at", _AT),
    Column("reopen_until", _AT),
    Column("due_at", _AT),
    Column("recorded_at", _AT),
    Column("updated_at", _AT),
    Column("version", Integer),
    Column("ordinal", Integer),
    Column("files", Integer),
)

event = Table(
    "event",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("xid", Text),
    Column("ticket_id", BigInteger),
)

notice = Table(
    "notice",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("person_id", Integer),
    Column("ticket_id", BigInteger),
    Column("own", Boolean),
    Column("kind", SmallInteger),
    Column("at", _AT),
    Column("actor_id", Integer),
    Column("event_id", BigInteger),
    Column("seen_at", _AT),
    Column("data", JSONB),
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("class", SmallInteger, key="person_class"),
    Column("active", Boolean),
    Column("customer_group_id", Integer),
    Column("directly_addressable", Boolean),
)

person_detail = Table(
    "person_detail",
    metadata,
    Column("person_id", Integer, primary_key=True),
    Column("name", Text),
    Column("phone", Text),
    Column("email", Text),
    Column("company", Text),
    Column("department", Text),
)

work_group = Table(
    "work_group",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("active", Boolean),
    Column("directly_addressable", Boolean),
)

group_member = Table(
    "group_member",
    metadata,
    Column("group_id", Integer, primary_key=True),
    Column("person_id", Integer, primary_key=True),
)

category = Table(
    "category",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer),
    Column("name_de", Text),
    Column("name_en", Text),
    Column("hidden_by_default", Boolean),
    Column("active", Boolean),
)

customer_group = Table(
    "customer_group",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("active", Boolean),
)

template = Table(
    "template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("purpose", SmallInteger),
    Column("scope", SmallInteger),
    Column("owner_id", Integer),
    Column("group_id", Integer),
    Column("for_requesters", Boolean),
    Column("name_de", Text),
    Column("name_en", Text),
    Column("subject_de", Text),
    Column("subject_en", Text),
    Column("body_de", Text),
    Column("body_en", Text),
    Column("questions_de", ARRAY(Text)),
    Column("questions_en", ARRAY(Text)),
    Column("kind", SmallInteger),
    Column("priority", SmallInteger),
    Column("category_id", Integer),
    Column("version", Integer),
)

calendar = Table(
    "calendar",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("zone", Text),
    Column("region", Text),
    Column("active", Boolean),
    Column("version", Integer),
    Column("laid_version", Integer),
)

calendar_hours = Table(
    "calendar_hours",
    metadata,
    Column("calendar_id", Integer, primary_key=True),
    Column("weekday", SmallInteger, primary_key=True),
    Column("opens", SmallInteger, primary_key=True),
    Column("closes", SmallInteger),
)

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("calendar_id", Integer, primary_key=True),
    Column("on_day", Date, primary_key=True),
    Column("public", Boolean, primary_key=True),
    Column("name_de", Text),
    Column("name_en", Text),
    Column("opens", ARRAY(SmallInteger)),
    Column("closes", ARRAY(SmallInteger)),
)

commitment = Table(
    "commitment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("family_id", Integer),
    Column("name", Text),
    Column("measure", SmallInteger),
    Column("group_id", Integer),
    Column("customer_group_id", Integer),
    Column("category_id", Integer),
    Column("kind", SmallInteger),
    Column("priority", SmallInteger),
    Column("amount_minutes", Integer),
    Column("business", Boolean),
    Column("calendar_id", Integer),
    Column("stops", ARRAY(SmallInteger)),
    Column("warn_percent", SmallInteger),
    Column("warn_minutes", Integer),
    Column("raise_priority", Boolean),
    Column("hand_to_group_id", Integer),
    Column("valid_from", _AT),
    Column("valid_until", _AT),
    Column("version", Integer),
)
