"""«Import …»: file, columns, words, check and import, one page after another; an export of Ticketdesk goes another way (filling.py).

What was decided is a draft until it was imported.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import tomli_w
from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from ticketdesk.services.exchange import report
from ticketdesk.services.exchange.check import Survey
from ticketdesk.services.exchange.command import about_of
from ticketdesk.services.exchange.held import Held
from ticketdesk.services.exchange.progress import Doing
from ticketdesk.services.exchange.run import Result
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.screen import resize_within
from ticketdesk.ui.panes.exchange.columns_page import ColumnsPage
from ticketdesk.ui.panes.exchange.end_page import EndPage
from ticketdesk.ui.panes.exchange.file_page import FilePage
from ticketdesk.ui.panes.exchange.files import Files
from ticketdesk.ui.panes.exchange.filling import Filling, export_folder
from ticketdesk.ui.panes.exchange.frame import Frame
from ticketdesk.ui.panes.exchange.plan import Plan
from ticketdesk.ui.panes.exchange.said import Said
from ticketdesk.ui.panes.exchange.words_page import Counted, WordsPage
from ticketdesk.ui.panes.exchange.work import Look, Sight, Work

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

DRAFT = Slip("import:1", "import")
FILE, COLUMNS, WORDS, END, FILL = range(5)


class ImportDialog(Frame):
    """Leads through the pages; they show and tell, and know nothing of each other."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.plan, self.look = Plan(), None
        self.drafts = DraftBox(ctx, self)
        self.work = Work(ctx, self)
        self.outcome: Result | None = None
        self._loaded = self._again = False
        self.files, self.said = Files(self), Said(self)
        self.filling = Filling(self.work, self.tell, self)
        self.file, self.columns, self.words, self.end = FilePage(), ColumnsPage(), WordsPage(), EndPage()
        for page in (self.file, self.columns, self.words, self.end, self.filling.page):
            self.stack.addWidget(page)
        self._tie()
        self.retranslate()
        resize_within(self, QSize(1080, 720))
        self._refresh()

    look: Look | None
    asked: QMessageBox | None = None

    def _tie(self) -> None:
        self.drafts.loaded.connect(self._draft_came)
        self.file.wanted.connect(self.open_file)
        self.file.reread.connect(self._read_again)
        self.file.profile_wanted.connect(self.load_profile)
        self.file.rows.activated.connect(lambda _row: self._rows_chosen())
        self.columns.changed.connect(self._by_hand)
        self.words.changed.connect(self._by_hand)
        self.end.errors_wanted.connect(self.save_errors)
        self.end.profile_wanted.connect(self.save_profile)
        self.work.told.connect(self._show_progress)
        self.filling.changed.connect(self._refresh)
        self.filling.opened.connect(self._export_came)
        self.stop_button.clicked.connect(lambda _checked=False: self.work.stop())
        self.back_button.clicked.connect(lambda _checked=False: self.go_back())
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
            self.open_file(plan.file, str(plan.words.get("member", "")))

    @Slot()
    def _by_hand(self) -> None:
        self.plan.own = True
        self._decided()

    def _keep(self) -> None:
        self.drafts.put(DRAFT, self.plan.fields())

    # The file.

    def open_file(self, name: str, member: str = "") -> None:
        """Look at a file; a profile that was made or loaded before stays if its columns are there."""
        if self.work.busy:
            return
        self.file.show_path(name)
        export = export_folder(Path(name))
        if export is not None:
            self.filling.look(export)
            return
        self.plan.file = name
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
        if self.plan.fits(look.columns):
            keep = look.found.read_as
            if self.plan.made_for not in ("", self.plan.file):
                self.plan.forget_leaving_out()
                said = self.tr("What was decided for {file} holds for this file too. Please look through it.")
                self.area.show_message("profile", Tone.INFO, said.format(file=Path(self.plan.made_for).name), closable=True)
            self.plan.words |= {"encoding": keep.encoding, "delimiter": keep.delimiter, "member": keep.member, "sheet": keep.sheet}
        else:
            if self._loaded:
                said = self.tr("The profile's columns are not in this file; a new proposal was made.")
                self.area.show_message("profile", Tone.WARN, said, closable=True)
            self.plan.words, self.plan.own = look.words, False
            self._loaded = False
        self.plan.made_for = self.plan.file
        self.file.show_look(look, self.plan)
        self._keep()
        self._refresh()

    def _rows_chosen(self) -> None:
        self.plan.words["rows"] = str(self.file.rows.currentData())
        self._by_hand()

    def load_profile(self) -> None:
        """Take the mapping from a profile's file."""
        path = self.files.profile(self.file.folder())
        if path is not None:
            self.take_profile(path)

    def take_profile(self, path: Path) -> None:
        """Take the mapping from this file."""
        try:
            words = self.files.read_profile(path)
        except Unreadable as error:
            self._say(error)
            return
        self.plan.words, self.plan.own, self.plan.made_for, self._loaded = words, True, "", True
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
            # What is missing does not disable the button: pressing it leads there.
            undecided = self.columns.stops_at()
            if undecided is None:
                self._count()
            else:
                self.columns.form.ensureWidgetVisible(undecided)
                undecided.setFocus()
        elif page == WORDS:
            self._examine()
        elif page == END and self.outcome is None:
            self._send()
        elif page == FILL and self.filling.answer is None:
            self.area.drop("trouble")
            self.filling.fill()
        else:
            self.accept()
        self._refresh()

    def go_back(self) -> None:
        """Go to the page before."""
        page = self.stack.currentIndex()
        self._show(FILE if page == FILL else page - 1)

    def _export_came(self) -> None:
        self.area.drop("trouble")
        self._show(FILL)

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
        head, *lines = self.said.outcome(result)
        refused = bool((self.work.job and self.work.job.refused) or result.refused)
        if not result.stopped:
            self.drafts.drop(DRAFT)
        self.end.show_report(head, "\n".join(lines), errors=refused)
        self._refresh()

    # Files.

    def save_errors(self) -> None:
        """Save what is refused, with the reasons."""
        if self.work.job is not None:
            refused = (*self.work.job.refused, *(self.outcome.refused if self.outcome else ()))
            try:
                self.files.save_errors(refused, self.plan.path)
            except Unreadable as error:
                self._say(error)

    def save_profile(self) -> None:
        """Save the mapping, for another file or for somebody else."""
        try:
            self.files.save_profile(self.plan.words, self.plan.path)
        except Unreadable as error:
            self._say(error)
        self._keep()

    # What went wrong, and how it stands.

    def _texts(self) -> Texts:
        return Texts(language.current())

    def _say(self, error: Exception) -> None:
        self.tell(*self.said.trouble(error))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unreadable) and error.code == "zip_choose":
            names: object = error.detail["members"]
            assert isinstance(names, tuple)
            self.open_file(self.plan.file, str(names[0]))
            return
        if isinstance(error, Unreadable) and error.code == "is_export":
            self.filling.look(self.plan.path)
            return
        self._say(error)
        if isinstance(error, Unreadable) and self.stack.currentIndex() == FILE and self.look is None:
            self.file.show_look(None, self.plan)
        self._refresh()

    @Slot(str, int, int)
    def _show_progress(self, doing: str, done: int, of: int) -> None:
        # What was told on the other thread may come when it is over.
        if self.work.busy:
            self.bar.show_count(self.said.progress(Doing(doing), done, of), done, of)

    def _refresh(self) -> None:
        page, busy = self.stack.currentIndex(), self.work.busy
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        if not busy:
            self.bar.show_count("", 0, 0)
        ended = self.outcome is not None or self.filling.answer is not None
        self.back_button.setVisible(page > 0 and not ended)
        self.back_button.setEnabled(not busy)
        checked = self.outcome is not None or bool(self.work.job and self.work.job.count)
        ready = {FILE: self.look is not None, END: checked, FILL: self.filling.ready}
        self.next_button.setEnabled(not busy and ready.get(page, True))
        self.next_button.set_text(self._verb(page))
        titles = (self.tr("File"), self.tr("Columns"), self.tr("Words"), self.tr("Check and import"), self.tr("Fill an empty server"))
        step = self.tr("Step 2 of 2: {title}") if page == FILL else self.tr("Step {n} of 4: {title}")
        self.title.setText(step.format(n=page + 1, title=titles[page]))
        self.close_button.setVisible(not ended)

    def _verb(self, page: int) -> str:
        if page < WORDS:
            return self.tr("&Next")
        if page == WORDS:
            return self.tr("&Check")
        if self.outcome is not None or self.filling.answer is not None:
            return self.tr("&Done")
        if page == FILL:
            return self.tr("&Fill server")
        count = self.work.job.count if self.work.job is not None else 0
        return self.tr("&Import %n case(s)", "", count)

    def retranslate(self) -> None:
        """Set the texts anew."""
        self.setWindowTitle(self.tr("Import"))
        self.stop_button.setText(self.tr("&Stop"))
        self.back_button.setText(self.tr("&Back"))
        self.close_button.setText(self.tr("C&lose"))
        self._refresh()

    # The end.

    def may_close(self) -> bool:
        if not self.work.sends:
            return True
        if self.asked is None:
            self.asked = self.said.ask_to_stop(self, filling=self.stack.currentIndex() == FILL, stop=self._stop_and_close)
            self.asked.finished.connect(lambda _code: setattr(self, "asked", None))
        return False

    def let_go(self) -> None:
        self.drafts.save_now()
        self.work.close()
        self.filling.forget()

    def _stop_and_close(self) -> None:
        self.work.sends = False
        self.reject()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.filling.retranslate()
        super().changeEvent(event)
