-- Answers of calls that carried an Idempotency-Key, stored in the transaction of their effect.
create schema execution;
create table execution.idempotency (
  company_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  response jsonb not null,
  at timestamptz not null default now(),
  primary key (company_id, key)
);
create index idempotency_age on execution.idempotency (at);
