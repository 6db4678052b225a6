-- What the database itself refuses of the books, whoever writes: entries that do not balance, and postings into a locked
-- period. Triggers look at whole statements, so the lines of an entry come in one, and thousands of lines cost one look.
-- Their plans are kept for the session: sequential scans are off, because a plan made while a table is small would still be
-- used when it has grown.

-- Refuses where one of these periods is locked, and holds the others open until the transaction ends. It looks in a second
-- statement, which sees what was committed while the first one waited; locking a period waits for this in turn.
create function finance.hold_open(companies uuid[], periods uuid[]) returns void language plpgsql
set enable_seqscan = off as $$
declare
  locked date;
begin
  perform 1 from finance.accounting_period p
  join unnest(companies, periods) as w(company_id, id) using (company_id, id)
  order by p.starts_on for share of p;
  select p.starts_on into locked from finance.accounting_period p
  join unnest(companies, periods) as w(company_id, id) using (company_id, id)
  where p.state = 'locked' order by p.starts_on limit 1;
  if found then
    raise exception 'the period that starts on % is locked', locked
      using errcode = 'check_violation', constraint = 'period_is_open';
  end if;
end $$;

-- An entry lies in an open period, and on a day of it.
create function finance.check_entries() returns trigger language plpgsql
set enable_seqscan = off as $$
declare
  companies uuid[];
  periods uuid[];
  broken uuid;
begin
  select array_agg(company_id), array_agg(period_id) into companies, periods
  from (select distinct company_id, period_id from added) d;
  perform finance.hold_open(companies, periods);
  select a.id into broken from added a
  join finance.accounting_period p on p.company_id = a.company_id and p.id = a.period_id
  where a.business_date not between p.starts_on and p.ends_on limit 1;
  if found then
    raise exception 'entry % lies outside of its period', broken
      using errcode = 'check_violation', constraint = 'entry_lies_in_its_period';
  end if;
  return null;
end $$;

-- Lines balance in every entry and currency, carry the date of their entry, and none joins an entry of a locked period.
create function finance.check_lines() returns trigger language plpgsql
set enable_seqscan = off as $$
declare
  broken record;
begin
  select a.entry_id, a.currency, sum(a.debit) as debit, sum(a.credit) as credit into broken
  from added a group by a.company_id, a.entry_id, a.currency having sum(a.debit) <> sum(a.credit) limit 1;
  if found then
    raise exception 'entry % does not balance in %: debit %, credit %',
      broken.entry_id, broken.currency, broken.debit, broken.credit
      using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  with of_entries as (
    select e.company_id, e.period_id, bool_or(e.business_date <> d.business_date) as dated_otherwise
    from (select distinct company_id, entry_id, business_date from added) d
    cross join lateral (select company_id, period_id, business_date from finance.journal_entry
      where company_id = d.company_id and id = d.entry_id limit 1) e
    group by e.company_id, e.period_id)
  select array_agg(company_id) as companies, array_agg(period_id) as periods, bool_or(dated_otherwise) as dated_otherwise
    into broken from of_entries;
  if broken.dated_otherwise then
    raise exception 'a line carries another date than its entry'
      using errcode = 'check_violation', constraint = 'line_has_date_of_entry';
  end if;
  perform finance.hold_open(broken.companies, broken.periods);
  return null;
end $$;

create trigger entries_lie_in_open_periods after insert on finance.journal_entry
  referencing new table as added for each statement execute function finance.check_entries();
create trigger lines_balance after insert on finance.ledger_line
  referencing new table as added for each statement execute function finance.check_lines();

-- No period is renamed to another month under what was posted into it.
create function finance.refuse_moved_period() returns trigger language plpgsql as $$
begin
  if (old.starts_on, old.ends_on) is distinct from (new.starts_on, new.ends_on) then
    raise exception 'a period keeps its days' using errcode = 'check_violation', constraint = 'period_keeps_its_days';
  end if;
  return new;
end $$;
create trigger period_keeps_its_days before update on finance.accounting_period
  for each row execute function finance.refuse_moved_period();
