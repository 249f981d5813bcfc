-- The whole way of a case: waiting, coming back by itself, closing by itself, promises.

-- Further reasons to tell somebody; the numbers stand in domain/notices.py.
alter table td.notice drop constraint notice_kind_check, add constraint notice_kind_check check (kind between 1 and 60);
-- Further kinds of entries; the numbers stand in domain/entry.py.
alter table td.entry drop constraint entry_kind_check, add constraint entry_kind_check check (kind between 1 and 40);
