create schema views;

create table views.view (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  entity text not null,
  words text,
  filters jsonb,
  sort text,
  columns text[],
  is_shared boolean not null default false,
  owned_by text,
  constraint view_pkey primary key (company_id, id),
  constraint view_owned_by_entity_name_key unique (company_id, owned_by, entity, name),
  constraint view_name_check check (char_length(name) <= 80),
  constraint view_entity_check check (char_length(entity) <= 100),
  constraint view_words_check check (char_length(words) <= 200),
  constraint view_sort_check check (char_length(sort) <= 65),
  constraint view_owned_by_check check (char_length(owned_by) <= 36)
);

create index view_entity_idx on views.view (company_id, entity);

create table views.default_view (
  company_id uuid not null,
  user_id text not null,
  entity text not null,
  view_id uuid not null,
  constraint default_view_pkey primary key (company_id, user_id, entity),
  constraint default_view_view_id_fkey foreign key (company_id, view_id)
    references views.view (company_id, id) on delete cascade,
  constraint default_view_user_id_check check (char_length(user_id) <= 100)
);

create index default_view_view_id_idx on views.default_view (company_id, view_id);
