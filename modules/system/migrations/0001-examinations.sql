create schema system;

-- Proofs of the books, one row each, written while they go on. They are about all companies.
create table system.examination (
  id uuid not null,
  state text not null,
  -- Whoever asked for it; nobody did for the nightly one.
  asked_by text,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  done integer not null default 0,
  total integer,
  -- Equations that do not hold, each with its first breaches.
  broken jsonb not null default '[]',
  error text,
  constraint examination_pkey primary key (id),
  constraint examination_state_check check (state in ('queued', 'running', 'done', 'failed'))
);

create index examination_asked_at_idx on system.examination (asked_at);
