-- as td_owner
-- What a person is found by follows his name, company, department, e-mail and phone, whoever writes them.
create or replace function td.tg_person_detail__words() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    new.words := td.person_words(new.name, new.company, new.department, new.email, new.phone);
    return new;
end
$$;
comment on function td.tg_person_detail__words() is 'Keeps the words by which a person is found.';
drop trigger if exists person_detail__words on td.person_detail;
create trigger person_detail__words before insert or update on td.person_detail for each row execute function td.tg_person_detail__words();

-- Persons who were there before, and all of them when the rule of cutting words has changed.
alter table td.person_detail no force row level security;
update td.person_detail as d set name = d.name
where d.words is distinct from td.person_words(d.name, d.company, d.department, d.email, d.phone);
alter table td.person_detail force row level security;
