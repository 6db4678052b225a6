-- The event log: one row for every committed change, appended in the transaction of the change.
create schema event_log;
create table event_log.event (
  seq bigint generated always as identity,
  -- Who reads by (xid, seq) below pg_snapshot_xmin misses nothing; by seq alone it would miss slower transactions.
  xid xid8 not null default pg_current_xact_id(),
  company_id uuid not null,
  id uuid not null default gen_random_uuid(),
  type text not null,
  entity text not null,
  subject_id uuid not null,
  version integer,
  shop_id uuid,
  data jsonb not null,
  actor jsonb not null,
  request_id text not null,
  at timestamptz not null default now(),
  primary key (at, seq)
) partition by range (at);
create index event_order on event_log.event (xid, seq);
create index event_subject on event_log.event (company_id, entity, subject_id, seq);
create table event_log.event_default partition of event_log.event default;

-- The start of what the log still holds; a row is written when old months are dropped. At most one row.
create table event_log.retention (
  only_row boolean primary key default true check (only_row),
  dropped_before timestamptz not null
);

-- Where each listener stands; `done` counts events applied, for the rate in the metrics.
create table event_log.cursor (
  listener text primary key,
  xid xid8 not null default '0',
  seq bigint not null default 0,
  done bigint not null default 0,
  moved_at timestamptz not null default now(),
  -- Set when a rebuild is wanted; the process that runs the listener empties its tables and starts a new generation.
  rebuild_asked_at timestamptz,
  generation integer not null default 0
);

-- What a listener applied, written in the transaction of the effect: applied once, whatever the transport.
create table event_log.inbox (
  listener text not null,
  company_id uuid not null,
  event_seq bigint not null,
  applied_at timestamptz not null default now(),
  primary key (company_id, listener, event_seq)
);

-- Events that failed: retried with growing pauses, then parked with their error until somebody replays them.
create table event_log.delivery (
  listener text not null,
  company_id uuid not null,
  event_seq bigint not null,
  event_at timestamptz not null,
  attempts integer not null default 1,
  parked boolean not null default false,
  next_at timestamptz not null default now(),
  error text not null,
  failed_at timestamptz not null default now(),
  primary key (listener, event_seq)
);
create index delivery_due on event_log.delivery (next_at) where not parked;
