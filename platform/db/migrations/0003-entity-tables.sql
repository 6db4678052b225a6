-- What the tables of entities stand on: trigram search beside the company in one index, and rows that stay as posted.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Refuses for everyone, the owner included; a correction is a new, linked row.
create function public.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is never changed: % is refused; write a new row that corrects it',
    tg_table_schema, tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
