"""Parts that every screen is built of; they know nothing of tickets: everything comes in as plain values.

Here: look (theme, icons, marks), widgets, actions, worker threads, words and dates. Not here: panes, the store, services.
Every part redraws on palette, font and language change, shows plain text only and carries an accessible name.

theme       apply(app, scheme=Scheme.SYSTEM), set_base_size(points | None), tokens() -> Tokens, color(name) -> QColor,
            ink(name) -> the shared QColor, to paint with only,
            font(Step.M, bold=False, tabular=False) -> QFont, is_dark(), high_contrast(), reduced_motion(),
            signals().changed; spacing S2 S4 S6 S8 S12 S16 S24, PANE_MARGIN, DIALOG_MARGIN, GROUP_GAP, LABEL_GAP
icons       icon(name, token="text") -> QIcon; paint(painter, rect, name, *, token); names() -> frozenset[str]
            names are Tabler's ("mail-forward", "eye-off" …), tokens are those of theme ("accent", "text2", "bad" …)
kept        Kept(most): find(key), keep(key, value); forgets when colours, fonts or sizes change
stamps      lay(painter, rect, name, draw): pictures of signs, drawn once for each side, scale and scheme
marks       status_icon(status) -> QIcon, paint_status(painter, rect, status, *, token=None), status_token(status) -> str,
            priority_icon(priority), paint_priority(…), priority_token(priority), hatch_brush(color),
            paint_audience_bar(painter, rect, color, *, hidden), paint_meter(painter, rect, fraction, *, token, hatched=False)
            a status is a domain.states State or PublicState
words       state(State | PublicState), priority(Priority), kind(Kind), person_class(PersonClass), entry_kind(EntryKind),
            reason(Reason), channel(Channel) -> str in the present language
promise_words  measure_word(Measure, internal=), short_measure(…), message_word(): what a promise measures
sentences   sentence(code, **values) -> str for a refusal's code
text        date_time(at), day(at), short_day(at), time(at), today_at(at), day_head(at), week(on), day_and_week(at),
            due(at, at_now=…, stopped=, done=) -> Due, DueTone, DUE_ICON, DUE_TOKEN, span(timedelta), duration(minutes),
            number(int), sort_key(text), now()
minute      Minute(parent): signal passed, at each full minute
language    install(app, "de" | "en"), current(), names(); widgets get QEvent.LanguageChange
runner      Runner(parent, *, on_failure): run(lane, job, *, done=None, failed=None, owner=None, name="") -> Handle (cancel()),
            lanes WORK and READ, close(); on_gui_thread(), refuse_on_gui_thread(what), cancelled() inside a job
action      Action(id, text, …, context=, icon=, keys=, menu=, group=, when=, do=), build_actions(parent, actions, *, ctx) ->
            ActionSet: qaction(id), ids(), refresh(state), retranslate(); fill_menu(menu, ActionSet, menu_id)
message_bar MessageArea: show_message(id, tone, sentence, *, verb="", on_verb=None, closable=False, expires_ms=0), drop(id), ids()
labels      Label(text, token=, step=, bold=, wrap=, selectable=), ElidedLabel(text, …) in one line; plain_tooltip(text) for foreign texts
chips       Chip(look), ChipButton(look) with set_menu, ChipLook(text, icon=, token=, …), paint_chip(painter, rect, look), chip_size(look)
charts/     ChartView(Lines() | Bars() | Rows() | Matrix()).set_figures(Figures(…)), FiguresTable; the painters work on paper too
paper       Paper(book, made=, drawings=): lay(), write_pdf(path), paint_on(device, dots), each gone through step by step;
            page_view shows it, paper_window previews and prints it, book_files.save(…) writes PDF, XLSX or CSV
slices      Slices(steps): start(), stop(), signals moved(share), ended, failed(OSError); paper_work: with a bar and a button to stop
path_strip  PathStrip: set_steps([PathStep(status, word, span, …)])
tabs        TabBar (QTabBar): add_tab(key, text), current_key(), signal key_changed(object)
segments    SegmentBar(options=[Segment(key, text, icon)]): key(), set_key(), signal chosen(object)
buttons     PrimaryButton(text, icon="", fill=Fill.ACCENT), PlainButton(text, icon), ToolButton(icon, name), LinkButton(text)
fields      Field(label, editor, required=False): set_error(text), set_hint(text), set_label(text); IconLineEdit(icon),
            PlainTextEdit (paints its focus), DateTimeField: value() -> aware datetime | None, set_value(), problem() -> str
day_edit    DayEdit(first=, last=): value() -> date, set_value(day), set_months_alone(bool), signal dateChanged
drop_zone   DropZone(host, holds=, targets=): where dragged files may fall; DropTarget(key, text, note, …); signal dropped(key, data)
paste_guard PasteGuard(editor, limit=): keeps out what could not be stored, signal refused(int)
empty_view  EmptyView: set_look(icon, title, text, button=""), signal pressed
splitter    Splitter(orientation, view_id): remember(), restore(), forget()
timeline_card  TimelineCard(EntryLook), LogLine(LogLook), LogFold([LogLook …]), DayHead(text), NewSince(text); Voice (colour of an
            entry), released(look, words=); the ground under them is the token "alt"
composer_parts ComposerKind, ComposerLook, ComposerChoice: set_kinds([(kind, words)]), button(kind), signal chosen(ComposerKind)
composer_frame ComposerFrame(look): set_look(look), text(), set_text(), set_draft(Draft, at), set_overtaken(title, text), clear_overtaken(),
            set_busy(bool), add_tool(widget), set_extra(widget); signals text_changed, send_requested, change_requested,
            close_requested, compare_requested, send_anyway_requested
row_look    RowLook, Presence, ROLE_LOOK (UserRole + 1), ROLE_KEY (UserRole), row_sentence(look)
row_model   RowModel(look_of, columns=STANDARD_COLUMNS): set_keys(keys) inserts, moves and removes what differs and never resets,
            refresh(keys), row_of(key), keys(); look_of(key) -> RowLook is asked when a row is painted
row_delegate, column_delegate  RowDelegate (two lines), ColumnDelegate, Column(key, title, width, …), STANDARD_COLUMNS
list_view   RowList() in two lines, RowTable(view_id) in columns with chooser and kept widths, one RowModel for both: setModel(model),
            current_key(), selected_keys(), select_key(key, scroll=True), keep_keys_selected(); signals key_activated(object),
            current_key_changed(object), near_end(); RowTable also sort_requested(str, Qt.SortOrder), show_sort(key, order)
palette     CommandPalette(window): open([PaletteEntry(text, run, section, icon, aside, also) …]), dismiss(), signal closed
"""
