create schema companies;

create table companies.company (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  slug text,
  legal_name text,
  tax_number text,
  country text,
  currency text not null,
  time_zone text not null default 'UTC',
  fiscal_year_start_month integer not null default 1,
  prices_include_tax boolean not null default false,
  tax_rounding text not null default 'line',
  allow_negative_stock boolean not null default false,
  email text,
  phone text,
  website text,
  address jsonb,
  settings jsonb,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(name, '') || ' ' || coalesce(slug, ''))) stored,
  constraint company_pkey primary key (company_id, id),
  constraint company_name_check check (char_length(name) <= 120),
  constraint company_slug_check check (char_length(slug) <= 63),
  constraint company_legal_name_check check (char_length(legal_name) <= 200),
  constraint company_tax_number_check check (char_length(tax_number) <= 40),
  constraint company_country_check check (char_length(country) <= 2),
  constraint company_currency_check check (char_length(currency) <= 3),
  constraint company_time_zone_check check (char_length(time_zone) <= 64),
  constraint company_tax_rounding_check check (tax_rounding in ('line', 'document')),
  constraint company_email_check check (char_length(email) <= 254),
  constraint company_phone_check check (char_length(phone) <= 32),
  constraint company_website_check check (char_length(website) <= 2000),
  constraint company_status_check check (status in ('active', 'inactive')),
  constraint company_its_own_check check (company_id = id),
  constraint company_year_start_check check (fiscal_year_start_month between 1 and 12)
);

create table companies.department (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  parent_id uuid,
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint department_pkey primary key (company_id, id),
  constraint department_code_key unique (company_id, code),
  constraint department_code_check check (char_length(code) <= 20),
  constraint department_name_check check (char_length(name) <= 120)
);

alter table companies.department add constraint department_parent_id_fkey foreign key (company_id, parent_id) references companies.department (company_id, id);

create index company_search_text_trigram_idx on companies.company using gin (company_id, search_text gin_trgm_ops);

create index company_search_text_words_idx on companies.company using gin (to_tsvector('simple', search_text));

create index department_parent_id_idx on companies.department (company_id, parent_id);

create index department_search_text_trigram_idx on companies.department using gin (company_id, search_text gin_trgm_ops);

create index department_search_text_words_idx on companies.department using gin (to_tsvector('simple', search_text));
