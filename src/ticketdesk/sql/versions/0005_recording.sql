-- Contacts, categories, templates.

-- Words by which a person is found; filled by a trigger (current/40_guards/person_words.sql), read by api.find_persons alone.
alter table td.person_detail add column words tsvector not null default ''::tsvector;
create index person_detail_words on td.person_detail using gin (words);

-- Who may be addressed directly, besides those flagged for everybody: a row opens a person or a group to one customer group.
create table td.addressable_by (
    id integer generated always as identity primary key,
    customer_group_id integer not null references td.customer_group,
    person_id integer references td.person,
    group_id integer references td.work_group,
    check (num_nonnulls(person_id, group_id) = 1)
);
create unique index addressable_by_person on td.addressable_by (person_id, customer_group_id) where person_id is not null;
create unique index addressable_by_group on td.addressable_by (group_id, customer_group_id) where group_id is not null;

-- Open cases by the words of their subject: what is being reported may be known already.
create index ticket_open_words on td.ticket using gin (to_tsvector('pg_catalog.german', subject)) where is_open;

-- Texts and forms written in advance. Purpose: 1 taking in, 2 question, 3 answer. Scope: 1 personal, 2 group, 3 all.
create table td.template (
    id integer generated always as identity primary key,
    purpose smallint not null check (purpose between 1 and 3),
    scope smallint not null check (scope between 1 and 3),
    owner_id integer not null references td.person,
    group_id integer references td.work_group,
    for_requesters boolean not null default false,
    name_de td.line not null default '',
    name_en td.line not null default '',
    subject_de td.line not null default '',
    subject_en td.line not null default '',
    body_de text not null default '' check (length(body_de) <= 200000 and body_de !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]'),
    body_en text not null default '' check (length(body_en) <= 200000 and body_en !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]'),
    questions_de text[] not null default '{}' check (cardinality(questions_de) <= 20 and length(questions_de::text) <= 10000),
    questions_en text[] not null default '{}' check (cardinality(questions_en) <= 20 and length(questions_en::text) <= 10000),
    kind smallint check (kind between 1 and 3),
    priority smallint check (priority between 1 and 4),
    category_id integer references td.category,
    active boolean not null default true,
    version integer not null default 1 check (version > 0),
    changed_by integer not null references td.person,
    changed_at td.moment not null default now(),
    check (name_de <> '' or name_en <> ''),
    check ((scope = 2) = (group_id is not null)),
    check (not for_requesters or scope = 3 and purpose = 1)
);
create index template_owner on td.template (owner_id) where active;
