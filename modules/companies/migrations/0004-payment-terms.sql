create table companies.payment_term (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  days integer not null default 0,
  from_month_end boolean not null default false,
  due_day integer,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint payment_term_pkey primary key (company_id, id),
  constraint payment_term_code_key unique (company_id, code),
  constraint payment_term_code_check check (char_length(code) <= 20),
  constraint payment_term_name_check check (char_length(name) <= 120),
  constraint payment_term_days_range_check check (days between 0 and 730),
  constraint payment_term_due_day_range_check check (due_day between 1 and 31)
);

create index payment_term_search_text_trigram_idx on companies.payment_term using gin (company_id, search_text gin_trgm_ops);

create index payment_term_search_text_words_idx on companies.payment_term using gin (to_tsvector('simple', search_text));
