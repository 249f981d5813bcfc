"""«Import …»: file, columns, words, check and import, one page after another. What was decided is a draft until it was imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import tomli_w
from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.domain.errors import Away, Forbidden, Refused
from ticketdesk.services.exchange import report
from ticketdesk.services.exchange.check import Survey
from ticketdesk.services.exchange.command import about_of
from ticketdesk.services.exchange.held import Held, Stopped
from ticketdesk.services.exchange.profile import load_words, parse
from ticketdesk.services.exchange.run import Result, write_errors
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.screen import resize_within
from ticketdesk.ui.panes.exchange.columns_page import ColumnsPage
from ticketdesk.ui.panes.exchange.end_page import Bar, EndPage
from ticketdesk.ui.panes.exchange.file_page import FilePage
from ticketdesk.ui.panes.exchange.plan import Plan
from ticketdesk.ui.panes.exchange.words_page import Counted, WordsPage
from ticketdesk.ui.panes.exchange.work import Look, Sight, Work

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

DRAFT = Slip("import:1", "import")
FILE, COLUMNS, WORDS, END = range(4)


class ImportDialog(QDialog):
    """Leads through the pages; they show and tell, and know nothing of each other."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.plan, self.look = Plan(), None
        self.drafts = DraftBox(ctx, self)
        self.work = Work(ctx, self)
        self.outcome: Result | None = None
        self._own_words = self._loaded = self._again = False
        self.area = MessageArea(self)
        self.title = Label(step=theme.Step.L, bold=True)
        self.file, self.columns, self.words, self.end = FilePage(), ColumnsPage(), WordsPage(), EndPage()
        self.stack = QStackedWidget()
        for page in (self.file, self.columns, self.words, self.end):
            self.stack.addWidget(page)
        self.bar = Bar()
        self.stop_button, self.back_button, self.close_button = PlainButton("", "x"), PlainButton("", "arrow-left"), PlainButton()
        self.next_button = PrimaryButton()
        self._lay_out()
        self._tie()
        self.retranslate()
        resize_within(self, QSize(1080, 720))
        self._refresh()

    look: Look | None

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop_button)
        foot.addStretch(0)
        for button in (self.close_button, self.back_button, self.next_button):
            foot.addWidget(button)
        body = QVBoxLayout()
        body.setContentsMargins(theme.DIALOG_MARGIN, theme.S16, theme.DIALOG_MARGIN, theme.S16)
        body.setSpacing(theme.S12)
        body.addWidget(self.title)
        body.addWidget(self.stack, 1)
        body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area)
        column.addLayout(body, 1)

    def _tie(self) -> None:
        self.drafts.loaded.connect(self._draft_came)
        self.file.wanted.connect(self.open_file)
        self.file.reread.connect(self._read_again)
        self.file.profile_wanted.connect(self.load_profile)
        self.file.rows.activated.connect(lambda _row: self._rows_chosen())
        self.columns.changed.connect(self._decided)
        self.words.changed.connect(self._keep)
        self.end.errors_wanted.connect(self.save_errors)
        self.end.profile_wanted.connect(self.save_profile)
        self.work.told.connect(self.bar.show_count)
        self.stop_button.clicked.connect(lambda _checked=False: self.work.stop())
        self.back_button.clicked.connect(lambda _checked=False: self._show(self.stack.currentIndex() - 1))
        self.close_button.clicked.connect(self.reject)
        self.next_button.clicked.connect(lambda _checked=False: self.go_on())

    # The draft.

    @Slot()
    def _draft_came(self) -> None:
        kept = self.drafts.get(DRAFT)
        if kept is None or self.plan.file:
            return
        plan = Plan.of(kept)
        if plan.file:
            self.plan = plan
            self._own_words = bool(plan.words)
            self.open_file(plan.file, str(plan.words.get("member", "")))

    def _keep(self) -> None:
        self.drafts.put(DRAFT, self.plan.fields())

    # The file.

    def open_file(self, name: str, member: str = "") -> None:
        """Look at a file; a profile that was made or loaded before stays if its columns are there."""
        if self.work.busy:
            return
        self.plan.file = name
        self.file.show_path(name)
        self.work.look(Path(name), None, member=member, done=self._looked, failed=self._failed)
        self._refresh()

    def _read_again(self) -> None:
        if not self.work.busy and self.plan.file:
            read_as = self.file.read_as(self.plan)
            self.work.look(self.plan.path, read_as, member=read_as.member, done=self._looked, failed=self._failed)
            self._refresh()

    def _looked(self, look: Look) -> None:
        self.look = look
        self.area.drop("trouble")
        try:
            own = self._own_words and set(self.plan.profile().columns) <= set(look.columns)
        except Unreadable:
            own = False
        if own:
            keep = look.found.read_as
            self.plan.words |= {"encoding": keep.encoding, "delimiter": keep.delimiter, "member": keep.member, "sheet": keep.sheet}
        else:
            if self._loaded:
                said = self.tr("The profile's columns are not in this file; a new proposal was made.")
                self.area.show_message("profile", Tone.WARN, said, closable=True)
            self.plan.words = look.words
            self._loaded = False
        self._own_words = True
        self.file.show_look(look, self.plan)
        self._keep()
        self._refresh()

    def _rows_chosen(self) -> None:
        self.plan.words["rows"] = str(self.file.rows.currentData())
        self._keep()

    def load_profile(self) -> None:
        """Take the mapping from a profile's file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Load profile"), self.file.folder(), self.tr("Profiles (*.toml)"))
        if name:
            self.take_profile(Path(name))

    def take_profile(self, path: Path) -> None:
        """Take the mapping from this file."""
        try:
            words = load_words(path)
            parse(words, path)
        except Unreadable as error:
            self._say(error)
            return
        self.plan.words, self._own_words, self._loaded = words, True, True
        self.area.show_message("profile", Tone.OK, self.tr("The profile “{name}” is in use.").format(name=words["name"]), closable=True)
        if self.plan.file:
            self.work.look(self.plan.path, None, member=str(words.get("member", "")) if "*" not in str(words.get("member", "")) else "",
                           done=self._looked, failed=self._failed)  # fmt: skip
        self._refresh()

    # From page to page.

    def go_on(self) -> None:
        """Go to the next page, or import."""
        page = self.stack.currentIndex()
        if page == FILE and self.look is not None:
            held = self.work.held
            if held is not None and held.path == self.plan.path and held.read_as == self.look.found.read_as:
                self._held(held)
            else:
                self.work.hold(self.plan.path, self.look.found.read_as, done=self._held, failed=self._failed)
        elif page == COLUMNS:
            self._count()
        elif page == WORDS:
            self._examine()
        elif page == END and self.outcome is None:
            self._send()
        else:
            self.accept()
        self._refresh()

    def _show(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.outcome = None
        if page == COLUMNS:
            self._decided()
        self._refresh()

    def _held(self, held: Held) -> None:
        self.area.drop("trouble")
        self.columns.show_plan(self.plan, held.columns)
        self._show(COLUMNS)

    @Slot()
    def _decided(self) -> None:
        """Show what becomes of the first cases by what is decided now."""
        self._keep()
        if self.work.held is None or self.stack.currentIndex() != COLUMNS:
            return
        if self.work.busy:
            self._again = True
            return
        try:
            profile = self.plan.profile()
            missing = [column for column in profile.columns if column not in self.work.held.columns]
            if missing or not profile.number or not profile.at:
                raise Unreadable("missing_columns", file=self.plan.path.name, missing=", ".join(missing) or "–", count=len(missing))
        except Unreadable:
            self.columns.say(self.tr("Please choose the columns with the case number and the moment."))
            self._refresh()
            return
        self.work.sight(profile, done=self._sighted, failed=self._failed)

    def _sighted(self, sight: Sight) -> None:
        said = ""
        if not sight.cases and sight.refused:
            said = self.tr("None of the first cases can be imported: {why}").format(why=report.reason(sight.refused[0], self._texts()))
        self.columns.say(said)
        self.columns.show_sight(sight)
        if self._again:
            self._again = False
            self._decided()
        self._refresh()

    def _count(self) -> None:
        state = tuple(self.plan.words["step"].get("state", {}).get("columns", ()))
        columns = [state, (self.plan.meant("priority"),), (self.plan.meant("kind"),)]
        wanted = tuple(one for one in columns if one and all(one))
        self.work.count_words(wanted, self.plan.words, done=self._counted, failed=self._failed)

    def _counted(self, counted: Counted) -> None:
        self.words.show_words(self.plan, counted)
        self._keep()
        self._show(WORDS)

    def _examine(self) -> None:
        try:
            profile = self.plan.profile()
        except Unreadable as error:
            self._say(error)
            return
        self.work.examine(profile, done=self._examined, failed=self._failed)

    def _examined(self, survey: Survey) -> None:
        self.area.drop("trouble")
        assert self.work.job is not None
        lines = "\n".join(report.lines(survey, self.work.job.profile, self._texts()))
        head = self.tr("%n case(s) can be imported. Nothing has been imported yet.", "", survey.cases)
        self.end.show_report(head, lines, errors=bool(survey.refused_lines))
        self._show(END)

    def _send(self) -> None:
        if self.work.job is not None:
            about = about_of(self.work.job, tomli_w.dumps(self.plan.words))
            self.work.send(about, done=self._sent, failed=self._failed)

    def _sent(self, result: Result) -> None:
        self.outcome = result
        texts = self._texts()
        said = [texts.say("run.imported", count=result.imported)]
        if result.present:
            said.append(texts.say("run.present", count=result.present))
        if result.stopped:
            said.append(texts.say("run.stopped"))
        refused = bool((self.work.job and self.work.job.refused) or result.refused)
        if not result.stopped:
            self.drafts.drop(DRAFT)
        said.append(self.tr("Under Administration, “Imports”, it can be undone while nobody has worked on its cases."))
        self.end.show_report(" ".join(said[:1]), "\n".join(said[1:]), errors=refused)
        self._refresh()

    # Files.

    def save_errors(self) -> None:
        """Save what is refused, with the reasons."""
        name = str(self.plan.path.with_name(f"{self.plan.path.stem}-refused.csv"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save refused lines"), name, self.tr("Tables (*.csv)"))
        if name and self.work.job is not None:
            refused = (*self.work.job.refused, *(self.outcome.refused if self.outcome else ()))
            texts = self._texts()
            try:
                write_errors(Path(name), refused, lambda one: report.reason(one, texts))
            except OSError as error:
                self._say(Unreadable("no_file", file=name, why=error.strerror or ""))

    def save_profile(self) -> None:
        """Save the mapping, for another file or for somebody else."""
        name = str(self.plan.path.with_suffix(".toml"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save profile"), name, self.tr("Profiles (*.toml)"))
        if name:
            self.plan.words["name"] = Path(name).stem[:100]
            try:
                Path(name).write_text(tomli_w.dumps(self.plan.words), "utf-8")
            except OSError as error:
                self._say(Unreadable("no_file", file=name, why=error.strerror or ""))
            self._keep()

    # What went wrong, and how it stands.

    def _texts(self) -> Texts:
        return Texts(language.current())

    def _say(self, error: Unreadable) -> None:
        self.area.show_message("trouble", Tone.BAD, self._texts().say(f"trouble.{error.code}", **error.detail), closable=True)

    def _failed(self, error: Exception) -> None:
        texts = self._texts()
        if isinstance(error, Unreadable) and error.code == "zip_choose":
            names: object = error.detail["members"]
            assert isinstance(names, tuple)
            self.open_file(self.plan.file, str(names[0]))
            return
        if isinstance(error, Unreadable):
            self._say(error)
            if self.stack.currentIndex() == FILE and self.look is None:
                self.file.show_look(None, self.plan)
        elif isinstance(error, Stopped):
            self.area.show_message("trouble", Tone.WARN, self.tr("Stopped. Nothing was imported."), closable=True)
        elif isinstance(error, Forbidden):
            self.area.show_message("trouble", Tone.BAD, texts.say("run.not_admin"), closable=True)
        elif isinstance(error, Away):
            self.area.show_message("trouble", Tone.BAD, texts.say("run.away"), closable=True)
        elif isinstance(error, Refused):
            self.area.show_message("trouble", Tone.BAD, texts.say("run.refused", code=error.code), closable=True)
        else:
            self.area.show_message("trouble", Tone.BAD, self.tr("This did not work. Nothing more was imported."), closable=True)
        self._refresh()

    def _refresh(self) -> None:
        page, busy = self.stack.currentIndex(), self.work.busy
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        if not busy:
            self.bar.show_count(0, 0)
        self.back_button.setVisible(page > 0 and self.outcome is None)
        self.back_button.setEnabled(not busy)
        ready = self.look is not None if page == FILE else True
        if page == END:
            ready = self.outcome is not None or bool(self.work.job and self.work.job.count)
        self.next_button.setEnabled(not busy and ready)
        self.next_button.set_text(self._verb(page))
        titles = (self.tr("File"), self.tr("Columns"), self.tr("Words"), self.tr("Check and import"))
        self.title.setText(self.tr("Step {n} of 4: {title}").format(n=page + 1, title=titles[page]))
        self.close_button.setVisible(self.outcome is None)

    def _verb(self, page: int) -> str:
        if page < WORDS:
            return self.tr("&Next")
        if page == WORDS:
            return self.tr("&Check")
        if self.outcome is not None:
            return self.tr("&Done")
        count = self.work.job.count if self.work.job is not None else 0
        return self.tr("&Import %n case(s)", "", count)

    def retranslate(self) -> None:
        """Set the texts anew."""
        self.setWindowTitle(self.tr("Import"))
        self.stop_button.setText(self.tr("&Stop"))
        self.back_button.setText(self.tr("&Back"))
        self.close_button.setText(self.tr("C&lose"))
        self._refresh()

    def done(self, code: int) -> None:
        self._end()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self.drafts.save_now()
        self.work.close()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
