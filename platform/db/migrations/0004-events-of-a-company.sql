-- The events of one company in the order of the log: its last ones are found wherever they stand among those of others.
create index event_of_company on event_log.event (company_id, xid, seq);
