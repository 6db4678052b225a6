create table finance.bank_account (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  account_id uuid not null,
  iban text,
  date_column text not null default 'Date',
  amount_column text not null default 'Amount',
  text_column text not null default 'Description',
  party_column text,
  reference_column text,
  date_order text not null default 'iso',
  decimal_mark text not null default 'point',
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint bank_account_pkey primary key (company_id, id),
  constraint bank_account_name_key unique (company_id, name),
  constraint bank_account_account_id_key unique (company_id, account_id),
  constraint bank_account_name_check check (char_length(name) <= 120),
  constraint bank_account_iban_check check (char_length(iban) <= 64),
  constraint bank_account_date_column_check check (char_length(date_column) <= 80),
  constraint bank_account_amount_column_check check (char_length(amount_column) <= 80),
  constraint bank_account_text_column_check check (char_length(text_column) <= 80),
  constraint bank_account_party_column_check check (char_length(party_column) <= 80),
  constraint bank_account_reference_column_check check (char_length(reference_column) <= 80),
  constraint bank_account_date_order_check check (date_order in ('iso', 'day_first', 'month_first')),
  constraint bank_account_decimal_mark_check check (decimal_mark in ('point', 'comma'))
);

create table finance.bank_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  bank_account_id uuid not null,
  booked_on date not null,
  amount_amount bigint not null,
  amount_currency text not null,
  text text not null,
  party text,
  reference text,
  fingerprint text not null,
  status text not null default 'open',
  recorded boolean not null default false,
  payment_id uuid,
  search_text text generated always as (lower(coalesce(text, '') || ' ' || coalesce(party, '') || ' ' || coalesce(reference, ''))) stored,
  constraint bank_line_pkey primary key (company_id, id),
  constraint bank_line_payment_id_key unique (company_id, payment_id),
  constraint bank_line_bank_account_id_fingerprint_key unique (company_id, bank_account_id, fingerprint),
  constraint bank_line_text_check check (char_length(text) <= 300),
  constraint bank_line_party_check check (char_length(party) <= 140),
  constraint bank_line_reference_check check (char_length(reference) <= 100),
  constraint bank_line_fingerprint_check check (char_length(fingerprint) <= 200),
  constraint bank_line_status_check check (status in ('open', 'matched')),
  constraint bank_line_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint bank_line_matched_check check ((status = 'matched') = (payment_id is not null)),
  constraint bank_line_not_zero_check check (amount_amount <> 0)
);

create table finance.bank_rule (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  key text not null,
  customer_id uuid,
  vendor_id uuid,
  times integer not null,
  search_text text generated always as (lower(coalesce(key, ''))) stored,
  constraint bank_rule_pkey primary key (company_id, id),
  constraint bank_rule_key_key unique (company_id, key),
  constraint bank_rule_key_check check (char_length(key) <= 140),
  constraint bank_rule_one_party_check check ((customer_id is null) <> (vendor_id is null))
);

alter table finance.bank_account add constraint bank_account_account_id_fkey foreign key (company_id, account_id) references finance.account (company_id, id);

alter table finance.bank_line add constraint bank_line_bank_account_id_fkey foreign key (company_id, bank_account_id) references finance.bank_account (company_id, id);

alter table finance.bank_line add constraint bank_line_payment_id_fkey foreign key (company_id, payment_id) references finance.payment_entry (company_id, id);

alter table finance.bank_rule add constraint bank_rule_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table finance.bank_rule add constraint bank_rule_vendor_id_fkey foreign key (company_id, vendor_id) references purchasing.vendor (company_id, id);

create index bank_account_search_text_trigram_idx on finance.bank_account using gin (company_id, search_text gin_trgm_ops);

create index bank_account_search_text_words_idx on finance.bank_account using gin (to_tsvector('simple', search_text));

create index bank_line_bank_account_id_status_booked_on_idx on finance.bank_line (company_id, bank_account_id, status, booked_on);

create index bank_line_search_text_trigram_idx on finance.bank_line using gin (company_id, search_text gin_trgm_ops);

create index bank_line_search_text_words_idx on finance.bank_line using gin (to_tsvector('simple', search_text));

create index bank_rule_customer_id_idx on finance.bank_rule (company_id, customer_id);

create index bank_rule_vendor_id_idx on finance.bank_rule (company_id, vendor_id);

create index bank_rule_search_text_trigram_idx on finance.bank_rule using gin (company_id, search_text gin_trgm_ops);

create index bank_rule_search_text_words_idx on finance.bank_rule using gin (to_tsvector('simple', search_text));
