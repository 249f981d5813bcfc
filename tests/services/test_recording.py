"""What the form and the composer ask, over a real server: similar cases, templates, and what a letter may say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.clients import session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import AcceptTicket, ChangeTicket, DeleteTemplate, RecordTicket, SaveTemplate, SetHidden
from ticketdesk.domain.errors import BadInput, Stale
from ticketdesk.domain.ids import TemplateId, TicketKey
from ticketdesk.domain.states import Kind, PublicState, State
from ticketdesk.domain.template import Purpose, Scope, Words


def test_similar_cases_and_letter_facts(shared_office: OfficeDb) -> None:
    with session_of(shared_office, "coordinator") as coordinator, session_of(shared_office, "requester") as requester:
        made = requester.run(RecordTicket(Kind.ERROR, "Drucker druckt schiefe Etiketten", "x", document_ref="R-1"))
        case = made.ticket_id
        (found,) = coordinator.similar_tickets("Etiketten aus dem Drucker", None)
        assert (found.key, found.state, found.requester_name) == (TicketKey(case), State.NEW, "Rita Beispiel")
        (mine,) = requester.similar_tickets("Drucker Etiketten\x00\n", None)
        assert (mine.key, mine.state) == (TicketKey(case, own=True), PublicState.RECEIVED)
        assert coordinator.similar_tickets("", requester.me.id) == (found,)
        coordinator.run(AcceptTicket(case, 1))
        target = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
        coordinator.run(ChangeTicket(case, 2, target_at=target))
        facts = coordinator.letter_facts(case)
        assert (facts.language, facts.target_at, facts.owner, facts.document_ref) == ("de", target, "Klara Musterlotse", "R-1")
        coordinator.run(SetHidden(case, 3, True))
        facts = coordinator.letter_facts(case)
        assert (facts.target_at, facts.owner, facts.signs) == (None, "", True)


def test_templates_come_as_they_were_saved(shared_office: OfficeDb) -> None:
    with session_of(shared_office, "coordinator") as coordinator, session_of(shared_office, "handler") as handler:
        wish = SaveTemplate(
            None, None, Purpose.RECORDING, Scope.ALL, for_requesters=True, name_de="Müll", body_de="{firma|–}", name_en="Waste",
            questions_de=("Was?", "Wo, „genau“?"), kind=Kind.REQUEST,
        )  # fmt: skip
        number = TemplateId(int(str(coordinator.run(wish).detail["template"])))
        (kept,) = (one for one in handler.templates() if one.id == number)
        assert kept.german == Words("de", "Müll", "", "{firma|–}", ("Was?", "Wo, „genau“?"))
        assert (kept.english.name, kept.kind, kept.priority, kept.for_requesters, kept.version) == ("Waste", Kind.REQUEST, None, True, 1)
        with pytest.raises(BadInput) as caught:
            coordinator.run(SaveTemplate(None, None, Purpose.ANSWER, Scope.ALL, name_de="x", body_de="{passwort}"))
        assert caught.value.detail == {"field": "body_de", "why": "unknown_placeholder", "name": "passwort"}
        with pytest.raises(Stale):
            coordinator.run(DeleteTemplate(number, 7))
        coordinator.run(DeleteTemplate(number, 1))
        assert number not in {one.id for one in coordinator.templates()}
