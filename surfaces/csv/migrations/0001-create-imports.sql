-- One row for each file that is brought in. Counts and place move in the transaction of the batch that they count, so a
-- run that was killed goes on behind its last committed row.
create schema csv;
create table csv.import_run (
  company_id uuid not null,
  id uuid not null,
  target text not null,
  file_name text not null,
  -- Where the file store keeps the file; null when the caller of the library holds it.
  file_key text,
  file_bytes bigint,
  actor jsonb not null,
  options jsonb not null default '{}',
  -- How the file is read (dialect, header, mapping), settled by the first start and kept by every later one.
  plan jsonb,
  dry_run boolean not null default false,
  state text not null check (
    state in ('uploaded', 'queued', 'running', 'done', 'failed', 'cancelled', 'undo_queued', 'undoing', 'undone')),
  last_row integer not null default 0,
  -- Bytes up to the end of the last row, where the encoding allows to start there.
  end_offset bigint,
  rows integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  errors integer not null default 0,
  notes integer not null default 0,
  -- What was taken back, and what could not be.
  undone integer not null default 0,
  kept integer not null default 0,
  -- Why it ended before the end of the file: code, message, details.
  failure jsonb,
  -- The process that works on it, until when it is believed to be alive.
  runner uuid,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (company_id, id)
);
-- One at a time in a company.
create unique index import_run_working on csv.import_run (company_id) where state in ('running', 'undoing');
create index import_run_waiting on csv.import_run (created_at)
  where state in ('queued', 'running', 'undo_queued', 'undoing');

-- Rows that were refused and oddities that were noted, the first 1,000 of each.
create table csv.import_problem (
  company_id uuid not null,
  import_id uuid not null,
  position bigint generated always as identity,
  kind text not null check (kind in ('error', 'note', 'kept')),
  row integer not null,
  column_name text,
  code text,
  message text not null,
  primary key (company_id, import_id, position),
  foreign key (company_id, import_id) references csv.import_run (company_id, id) on delete cascade
);

-- What a run made of each record: the version it left and, of changed ones, the values that were there before.
create table csv.import_change (
  company_id uuid not null,
  import_id uuid not null,
  record_id uuid not null,
  row integer not null,
  kind text not null check (kind in ('created', 'updated')),
  version integer,
  before jsonb,
  state text not null default 'done' check (state in ('done', 'undone', 'kept')),
  primary key (company_id, import_id, record_id),
  foreign key (company_id, import_id) references csv.import_run (company_id, id) on delete cascade
);
create index import_change_undo on csv.import_change (company_id, import_id, row) where state = 'done';
