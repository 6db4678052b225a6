create schema audit;

create table audit.entry (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  position bigint not null,
  at timestamptz not null,
  action text not null,
  resource_type text not null,
  resource_id text not null,
  resource_version integer,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  before jsonb,
  after jsonb,
  changed text[],
  request_id text not null,
  event_seq bigint not null,
  previous_seal text not null,
  seal text not null,
  search_text text generated always as (lower(coalesce(action, '') || ' ' || coalesce(resource_type, '') || ' ' || coalesce(actor_name, ''))) stored,
  constraint entry_pkey primary key (company_id, id),
  constraint entry_position_key unique (company_id, position),
  constraint entry_event_seq_key unique (company_id, event_seq),
  constraint entry_action_check check (char_length(action) <= 200),
  constraint entry_resource_type_check check (char_length(resource_type) <= 200),
  constraint entry_resource_id_check check (char_length(resource_id) <= 36),
  constraint entry_actor_kind_check check (char_length(actor_kind) <= 20),
  constraint entry_actor_id_check check (char_length(actor_id) <= 100),
  constraint entry_actor_name_check check (char_length(actor_name) <= 300),
  constraint entry_request_id_check check (char_length(request_id) <= 100),
  constraint entry_previous_seal_check check (char_length(previous_seal) <= 64),
  constraint entry_seal_check check (char_length(seal) <= 64)
);

create index entry_resource_type_resource_id_idx on audit.entry (company_id, resource_type, resource_id);

create index entry_actor_id_idx on audit.entry (company_id, actor_id);

create index entry_at_idx on audit.entry (company_id, at);

create index entry_search_text_trigram_idx on audit.entry using gin (company_id, search_text gin_trgm_ops);

create index entry_search_text_words_idx on audit.entry using gin (to_tsvector('simple', search_text));

create trigger entry_immutable before update or delete or truncate on audit.entry
  for each statement execute function public.refuse_change();
