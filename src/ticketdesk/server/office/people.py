"""Who works in the made-up office, for whom, and about what: persons, groups, customer groups, categories. All names look made up."""

from __future__ import annotations

from dataclasses import dataclass

from ticketdesk.domain.people import PersonClass

R, H, C, A, P = PersonClass.REQUESTER, PersonClass.HANDLER, PersonClass.COORDINATOR, PersonClass.ADMIN, PersonClass.AUDITOR

OFFICE = "Musterwerk GmbH"
CUSTOMERS = {OFFICE: False, "Beispiel-Logistik": False, "Fantasieklinik": True, "Amt Nirgendwo": False}
"""Customer groups, and whether clarification is hidden from them unless said otherwise."""

GROUPS = {"IT-Service": True, "Haustechnik": True, "Buchhaltung": False, "Personal": False, "Einkauf": False, "Fuhrpark": False}
"""Groups, and whether a report may be handed straight to them."""

OPEN_TO = {"Personal": (OFFICE,), "Buchhaltung": (OFFICE, "Beispiel-Logistik")}
"""Groups that are open to single customer groups besides: the office's own people may write to Personal, outsiders do not see it."""

SUPPLIERS = ("Traumstoff AG", "Schablona KG", "Musterholz GmbH", "Phantasia Technik", "Nirgendwo Energie", "Blindtext Verlag")


@dataclass(frozen=True, slots=True)
class Someone:
    """One person of the office; ``key`` is also the user name."""

    key: str
    name: str
    person_class: PersonClass
    customer: str
    department: str
    groups: tuple[str, ...] = ()
    addressable: bool = False
    language: str = "de"


CAST = (
    Someone("kora", "Kora Musterlotse", C, OFFICE, "Koordination"),
    Someone("konrad", "Konrad Leitbeispiel", C, OFFICE, "Koordination"),
    Someone("nils", "Nils Platzhalter", H, OFFICE, "IT", ("IT-Service", "Haustechnik"), True),
    Someone("tarik", "Tarik Muster", H, OFFICE, "IT", ("IT-Service",)),
    Someone("wanda", "Wanda Platzhalter", H, OFFICE, "IT", ("IT-Service",), True),
    Someone("tilo", "Tilo Attrappe", H, OFFICE, "IT", ("IT-Service",)),
    Someone("leon", "Leon Probelauf", H, OFFICE, "Gebäude", ("Haustechnik",)),
    Someone("mira", "Mira Blindtext", H, OFFICE, "Gebäude", ("Haustechnik", "Fuhrpark")),
    Someone("svea", "Svea Ungenannt", H, OFFICE, "Buchhaltung", ("Buchhaltung",), True),
    Someone("arne", "Arne Lückenfüller", H, OFFICE, "Buchhaltung", ("Buchhaltung", "Einkauf")),
    Someone("selma", "Selma Vorlage", H, OFFICE, "Personal", ("Personal",)),
    Someone("rieke", "Rieke Nirgends", H, OFFICE, "Personal", ("Personal",)),
    Someone("ole", "Ole Niemand", H, OFFICE, "Einkauf", ("Einkauf",)),
    Someone("jost", "Jost Demomann", H, OFFICE, "Fuhrpark", ("Fuhrpark",)),
    # With these, two groups are large enough for figures about their work to be told.
    Someone("vera", "Vera Versuch", H, OFFICE, "IT", ("IT-Service",)),
    Someone("hanno", "Hanno Beispielsatz", H, OFFICE, "IT", ("IT-Service",)),
    Someone("jule", "Jule Fallbeispiel", H, OFFICE, "Gebäude", ("Haustechnik",)),
    Someone("lars", "Lars Pappschild", H, OFFICE, "Gebäude", ("Haustechnik",)),
    Someone("ulla", "Ulla Übungsfall", H, OFFICE, "Gebäude", ("Haustechnik",)),
    Someone("adam", "Adam Verwalter-Muster", A, OFFICE, "Verwaltung"),
    Someone("edda", "Edda Prüfstein", P, OFFICE, "Revision"),
    Someone("frida", "Frida Beispiel", R, OFFICE, "Versand"),
    Someone("holger", "Holger Schablone", R, OFFICE, "Personal"),
    Someone("greta", "Greta Erfunden", R, OFFICE, "Einkauf"),
    Someone("emil", "Emil Ausgedacht", R, OFFICE, "Montage"),
    Someone("thea", "Thea Probe", R, OFFICE, "Labor"),
    Someone("paul", "Paul Pappkamerad", R, OFFICE, "Lager"),
    Someone("lina", "Lina Kunstfigur", R, OFFICE, "Vertrieb"),
    Someone("joe", "Joe Placeholder", R, OFFICE, "Export", language="en"),
    Someone("ann", "Ann Example", R, OFFICE, "Sales", language="en"),
    Someone("alma", "Alma Testfall", R, "Beispiel-Logistik", "Lager"),
    Someone("kurt", "Kurt Phantasie", R, "Beispiel-Logistik", "Disposition"),
    Someone("ida", "Ida Scheinbar", R, "Beispiel-Logistik", "Empfang"),
    Someone("gustav", "Gustav Gedacht", R, "Beispiel-Logistik", "Werkstatt"),
    Someone("sam", "Sam Sample", R, "Beispiel-Logistik", "Customs", language="en"),
    Someone("ines", "Dr. Ines Fiktiv", R, "Fantasieklinik", "Verwaltung"),
    Someone("bodo", "Bodo Muster", R, "Fantasieklinik", "Technik"),
    Someone("nora", "Nora Namenlos", R, "Fantasieklinik", "Pflege"),
    Someone("hedda", "Hedda Hypothese", R, "Fantasieklinik", "Labor"),
    Someone("pat", "Dr. Pat Fictional", R, "Fantasieklinik", "Research", language="en"),
    Someone("ruben", "Ruben Rollenspiel", R, "Amt Nirgendwo", "Kasse"),
    Someone("carla", "Carla Konstrukt", R, "Amt Nirgendwo", "Bauamt"),
    Someone("malte", "Malte Mustermann", R, "Amt Nirgendwo", "Bürgerbüro"),
    Someone("fynn", "Fynn Fantast", R, "Amt Nirgendwo", "Archiv"),
    Someone("kim", "Kim Testcase", R, "Amt Nirgendwo", "Tourism", language="en"),
)

SPECIAL = {"coordinator": "kora", "handler": "nils", "requester": "frida", "admin": "adam", "auditor": "edda"}
"""Those whom the demonstration shows, by what they are."""


@dataclass(frozen=True, slots=True)
class Category:
    """A leaf or a branch of the tree of categories."""

    key: str
    german: str
    english: str
    parent: str = ""
    hidden: bool = False


CATEGORIES = (
    Category("devices", "Geräte", "Devices"),
    Category("printers", "Drucker und Etiketten", "Printers and labels", "devices"),
    Category("workplaces", "Arbeitsplatz", "Workplace", "devices"),
    Category("telephones", "Telefon", "Telephone", "devices"),
    Category("network", "Netzwerk und WLAN", "Network and wireless", "devices"),
    Category("programs", "Programme", "Programs"),
    Category("erp", "ERP", "ERP", "programs"),
    Category("mail", "E-Mail und Kalender", "Mail and calendar", "programs"),
    Category("access", "Zugänge und Rechte", "Accounts and rights", "programs"),
    Category("documents", "Ablage und Vorlagen", "Files and templates", "programs"),
    Category("building", "Gebäude", "Building"),
    Category("climate", "Klima und Heizung", "Climate and heating", "building"),
    Category("doors", "Zutritt und Parken", "Access and parking", "building"),
    Category("rooms", "Räume und Reinigung", "Rooms and cleaning", "building"),
    Category("money", "Rechnungen", "Invoices"),
    Category("incoming", "Rechnungen und Mahnungen", "Invoices and reminders", "money"),
    Category("travel", "Reisekosten", "Travel expenses", "money"),
    Category("staff", "Personal", "Staff"),
    Category("joining", "Eintritt und Austritt", "Joining and leaving", "staff"),
    Category("hours", "Zeit und Urlaub", "Hours and leave", "staff"),
    Category("pay", "Abrechnung", "Payroll", "staff", True),
    Category("buying", "Einkauf", "Purchasing"),
    Category("orders", "Bestellungen", "Orders", "buying"),
    Category("deliveries", "Lieferungen", "Deliveries", "buying"),
    Category("vehicles", "Fuhrpark", "Vehicles"),
    Category("privacy", "Datenschutz", "Data protection", hidden=True),
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What problems are about: who clarifies them, under which category they are filed, how common they are."""

    group: str
    category: str
    weight: float
    area: str = ""
    """Picks phrases that fit: "technical", "site", "paper", or those for everything."""


TOPICS = {
    "printer": Topic("IT-Service", "printers", 10, "technical"),
    "workplace": Topic("IT-Service", "workplaces", 8, "technical"),
    "access": Topic("IT-Service", "access", 9),
    "erp": Topic("IT-Service", "erp", 9, "technical"),
    "mail": Topic("IT-Service", "mail", 6),
    "telephone": Topic("IT-Service", "telephones", 3, "technical"),
    "network": Topic("IT-Service", "network", 6, "technical"),
    "document": Topic("IT-Service", "documents", 4),
    "timeclock": Topic("Personal", "hours", 4, "technical"),
    "climate": Topic("Haustechnik", "climate", 6, "site"),
    "door": Topic("Haustechnik", "doors", 6, "site"),
    "building": Topic("Haustechnik", "rooms", 5, "site"),
    "cleaning": Topic("Haustechnik", "rooms", 3),
    "invoice": Topic("Buchhaltung", "incoming", 8, "paper"),
    "travel": Topic("Buchhaltung", "travel", 4, "paper"),
    "onboarding": Topic("Personal", "joining", 4),
    "leave": Topic("Personal", "hours", 4),
    "payroll": Topic("Personal", "pay", 3, "paper"),
    "orders": Topic("Einkauf", "orders", 6, "paper"),
    "delivery": Topic("Einkauf", "deliveries", 5, "paper"),
    "vehicle": Topic("Fuhrpark", "vehicles", 4),
    "forklift": Topic("Fuhrpark", "vehicles", 3, "site"),
    "privacy": Topic("Personal", "privacy", 1.5),
}
