"""Files that belong to entries: names that can do no harm, what a file really is, and which ones are never opened. Pure."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Collection, Mapping
from enum import Enum
from uuid import UUID

from ticketdesk.domain.row import value

CHUNK = 262_144
"""Bytes of every piece but the last (sql: td.chunk_size)."""
LIMIT = 52_428_800
"""Bytes of one file that the office allows unless it says otherwise (td.office.file_limit)."""
HEAD = 4096
"""Bytes from a file's beginning that tell what it is."""

_LONGEST = 120
_LONGEST_BYTES = 200
_LONGEST_ENDING = 16
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows takes for devices, with whatever ending."""


@value
class Attachment:
    """A file of an entry, as its timeline lists it."""

    id: UUID
    name: str
    size: int
    sha256: str = ""


class Sort(Enum):
    """What a file is by its first bytes; only pictures and texts are shown by the program itself."""

    PICTURE = "picture"
    TEXT = "text"
    PDF = "pdf"
    OFFICE = "office"
    ARCHIVE = "archive"
    PROGRAM = "program"
    OTHER = "other"


def files_of(detail: Mapping[str, object]) -> tuple[Attachment, ...]:
    """Return the files that an entry's detail lists, and those of entries that go along with it; what is no such list is none."""
    listed, along = detail.get("files"), detail.get("along")
    found = []
    for one in listed if isinstance(listed, list) else ():
        try:
            found.append(Attachment(UUID(str(one["id"])), str(one["name"]), int(one["size"]), str(one.get("sha256", ""))))
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
    for other in along if isinstance(along, list) else ():
        if isinstance(other, Mapping):
            found += files_of({"files": other.get("files")})
    return tuple(found)


def safe_name(name: str) -> str:
    """Return a name under which a file can be kept on any system: no folders, devices, streams, hidden letters or tricks of direction."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(_safe_letter(letter) for letter in unicodedata.normalize("NFC", last))
    stem, ending = _parts(_trimmed(kept))
    if stem.split(".")[0].strip().casefold() in _DEVICES:
        stem = f"_{stem}"
    return _fitted(stem, ending)


def _safe_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Zl", "Zp") or letter == "\t":
        return " "
    # Control, format (direction, zero width), half pairs, private and unassigned: nothing that a person means in a name.
    if kind.startswith("C"):
        return ""
    return "_" if letter in _FORBIDDEN else letter


def _trimmed(name: str) -> str:
    return name.strip().strip(". ").strip() or "file"


def _parts(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem.strip(". ") or len(ending) > _LONGEST_ENDING:
        return name, ""
    return stem, dot + ending.strip()


def _fitted(stem: str, ending: str) -> str:
    while len(stem) + len(ending) > _LONGEST or len((stem + ending).encode("utf-8")) > _LONGEST_BYTES:
        stem = stem[:-1]
    return (stem.rstrip(". ") or "file") + ending


def beside(name: str, taken: Collection[str]) -> str:
    """Return the name, or with a number before its ending when it is taken already; case does not tell two names apart."""
    held = {one.casefold() for one in taken}
    stem, ending = _parts(name)
    result, number = name, 2
    while result.casefold() in held:
        result, number = _fitted(stem[: _LONGEST - _LONGEST_ENDING - 8], f" ({number}){ending}"), number + 1
    return result


def ending(name: str) -> str:
    """Return a name's ending in lower case, without the dot."""
    return _parts(safe_name(name))[1].removeprefix(".").casefold()


_PROGRAMS = (
    "exe com bat cmd scr pif msi msp mst cpl msc dll ocx sys drv gadget application appref-ms appx appxbundle msix msixbundle jar jnlp"
    " air ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 psdm1 cdxml pssc msh msh1 msh2 mshxml msh1xml msh2xml vb vbe vbs vbp vbscript js jse"
    " mjs ws wsc wsf wsh wsb hta sct shb shs chm hlp hpj inf ins isp its reg sh bash zsh csh ksh fish run bin elf out appimage desktop"
    " deb rpm snap flatpak flatpakref apk dmg pkg command workflow action terminal tool osx app"
    " py pyc pyo pyw pyz pyzw pl pm rb php tcl lua"
)
_SHORTCUTS = (
    "lnk url scf website webloc desktop library-ms search-ms searchconnector-ms settingcontent-ms theme themepack deskthemepack"
    " diagcab diagcfg diagpkg rdp xbap cer crt pcd plg prf prg udl vhd vhdx iso img wim cab printerexport symlink job"
)
_MACROS = (
    "docm dotm xlsm xltm xlam xll xla xlw xlm pptm potm ppam ppsm sldm ppa ade adp mda mdb mde mdt mdw mdz accda accde accdr accdu"
    " maf mag mam maq mar mas mat mau mav maw one onepkg iqy oqy rqy dqy odc slk sylk wbk wiz osd"
)
_PAGES = "htm html xhtml xht shtml mht mhtml svg svgz xml xsl xslt swf"
BLOCKED = frozenset(" ".join((_PROGRAMS, _SHORTCUTS, _MACROS, _PAGES)).split())
"""Endings that are never opened from here: programs, scripts, shortcuts, disks, macros, pages that run scripts of their own."""
_BLOCKED_NAMES = frozenset({"desktop.ini", "autorun.inf", "thumbs.db"})

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", Sort.PICTURE), (b"\xff\xd8\xff", Sort.PICTURE), (b"GIF87a", Sort.PICTURE), (b"GIF89a", Sort.PICTURE),
    (b"BM", Sort.PICTURE), (b"%PDF-", Sort.PDF), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Sort.OFFICE), (b"PK\x03\x04", Sort.ARCHIVE),
    (b"PK\x05\x06", Sort.ARCHIVE), (b"7z\xbc\xaf\x27\x1c", Sort.ARCHIVE), (b"Rar!\x1a\x07", Sort.ARCHIVE), (b"\x1f\x8b", Sort.ARCHIVE),
    (b"BZh", Sort.ARCHIVE), (b"\xfd7zXZ\x00", Sort.ARCHIVE), (b"MZ", Sort.PROGRAM), (b"\x7fELF", Sort.PROGRAM), (b"#!", Sort.PROGRAM),
    (b"\xca\xfe\xba\xbe", Sort.PROGRAM), (b"\xfe\xed\xfa\xce", Sort.PROGRAM), (b"\xfe\xed\xfa\xcf", Sort.PROGRAM),
    (b"\xce\xfa\xed\xfe", Sort.PROGRAM), (b"\xcf\xfa\xed\xfe", Sort.PROGRAM), (b"L\x00\x00\x00\x01\x14\x02\x00", Sort.PROGRAM),
)  # fmt: skip
_OFFICE_ENDINGS = frozenset(["docx", "dotx", "xlsx", "xltx", "pptx", "potx", "ppsx", "odt", "ods", "odp", "odg"])


def sort_of(head: bytes, name: str = "") -> Sort:
    """Return what a file is, by its first bytes; its name only tells office documents from other archives."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Sort.PICTURE
    for start, sort in _STARTS:
        if head.startswith(start) and not (start == b"BM" and _is_text(head)) and not (start == b"MZ" and _is_text(head)):
            return Sort.OFFICE if sort is Sort.ARCHIVE and ending(name) in _OFFICE_ENDINGS else sort
    return Sort.TEXT if _is_text(head) else Sort.OTHER


def _is_text(head: bytes) -> bool:
    letters = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        # The head may end within a letter.
        words = codecs.getincrementaldecoder(letters)().decode(head, final=False)
    except UnicodeDecodeError:
        return False
    return bool(words) and not any(unicodedata.category(one) == "Cc" and one not in "\t\n\r\f" for one in words)


class Danger(Enum):
    """Why a file is not opened from here."""

    NONE = ""
    ENDING = "ending"
    CONTENT = "content"


def danger(name: str, head: bytes | None = None) -> Danger:
    """Tell why a file must not be opened by double click: its name's ending, or what it is in truth."""
    safe = safe_name(name)
    if safe.casefold() in _BLOCKED_NAMES or ending(safe) in BLOCKED:
        return Danger.ENDING
    if head is not None and sort_of(head, safe) is Sort.PROGRAM:
        return Danger.CONTENT
    return Danger.NONE


def size_words(size: int) -> tuple[float, str]:
    """Return a size as a number and its unit: 1.4, MB."""
    for unit, step in (("GB", 1_073_741_824), ("MB", 1_048_576), ("KB", 1024)):
        if size >= step:
            return size / step, unit
    return float(size), "B"
