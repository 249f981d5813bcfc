-- as td_owner
-- The transitions of domain/states.py; a test compares both, row by row.
alter table td.transition no force row level security;
delete from td.transition;
insert into td.transition (before, after, way)
select t.before, t.after, w.way
from (values
    -- withdrawn by the requester from every open state
    (1, 10, 2), (2, 10, 2), (3, 10, 2), (4, 10, 2), (5, 10, 2), (6, 10, 2), (7, 10, 2),
    -- new
    (1, 2, 2), (1, 4, 2), (1, 11, 2),
    -- accepted
    (2, 3, 2), (2, 4, 2), (2, 6, 2), (2, 8, 2), (2, 11, 2),
    -- clarifying
    (3, 4, 2), (3, 6, 2), (3, 8, 2), (3, 11, 2),
    -- assigned
    (4, 5, 2), (4, 4, 2), (4, 3, 0), (4, 1, 1), (4, 6, 2),
    -- in progress
    (5, 6, 2), (5, 7, 2), (5, 4, 2), (5, 3, 0), (5, 1, 1), (5, 8, 1),
    -- waiting
    (6, 2, 2), (6, 4, 2), (6, 5, 2), (6, 7, 2), (6, 3, 2), (6, 8, 2), (6, 9, 2),
    -- reported
    (7, 3, 2), (7, 4, 2), (7, 6, 2), (7, 8, 2), (7, 11, 2),
    -- answered
    (8, 9, 2),
    -- reopened
    (8, 3, 0), (9, 3, 0), (10, 3, 0), (11, 3, 0),
    (8, 4, 1), (9, 4, 1), (10, 4, 1), (11, 4, 1),
    (8, 1, 1), (9, 1, 1), (10, 1, 1), (11, 1, 1),
    -- parts: taken over, passed on, waiting, answered, returned; answered for, recalled, declined
    (4, 5, 3), (4, 4, 3), (4, 6, 3), (4, 7, 3), (5, 4, 3), (5, 6, 3), (5, 7, 3), (6, 4, 3), (6, 5, 3), (6, 7, 3), (7, 4, 3), (7, 9, 3),
    (4, 10, 3), (5, 10, 3), (6, 10, 3), (7, 10, 3), (4, 11, 3), (5, 11, 3), (6, 11, 3)
) as t (before, after, ways)
join (values (0, 0), (1, 1), (2, 0), (2, 1), (3, 2)) as w (ways, way) using (ways);
alter table td.transition force row level security;
