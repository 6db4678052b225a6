create schema purchasing;

create table purchasing.vendor (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text,
  name text not null,
  email text,
  phone text,
  tax_number text,
  country text,
  payment_term_id uuid,
  note text,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored,
  constraint vendor_pkey primary key (company_id, id),
  constraint vendor_code_key unique (company_id, code),
  constraint vendor_code_check check (char_length(code) <= 40),
  constraint vendor_name_check check (char_length(name) <= 200),
  constraint vendor_email_check check (char_length(email) <= 254),
  constraint vendor_phone_check check (char_length(phone) <= 32),
  constraint vendor_tax_number_check check (char_length(tax_number) <= 40),
  constraint vendor_country_check check (char_length(country) <= 2),
  constraint vendor_note_check check (char_length(note) <= 4000),
  constraint vendor_status_check check (status in ('active', 'inactive'))
);

alter table purchasing.vendor add constraint vendor_payment_term_id_fkey foreign key (company_id, payment_term_id) references companies.payment_term (company_id, id);

create index vendor_payment_term_id_idx on purchasing.vendor (company_id, payment_term_id);

create index vendor_search_text_trigram_idx on purchasing.vendor using gin (company_id, search_text gin_trgm_ops);

create index vendor_search_text_words_idx on purchasing.vendor using gin (to_tsvector('simple', search_text));
