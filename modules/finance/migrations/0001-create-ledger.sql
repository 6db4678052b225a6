create schema finance;

create table finance.account (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  type text not null,
  role text,
  control boolean not null default false,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint account_pkey primary key (company_id, id),
  constraint account_code_key unique (company_id, code),
  constraint account_role_key unique (company_id, role),
  constraint account_code_check check (char_length(code) <= 20),
  constraint account_name_check check (char_length(name) <= 120),
  constraint account_type_check check (type in ('asset', 'liability', 'equity', 'revenue', 'expense')),
  constraint account_role_check check (role in ('cash', 'card', 'other_tender', 'receivable', 'stock', 'payable', 'output_tax', 'equity', 'opening_balance', 'retained_earnings', 'revenue', 'other_revenue', 'cost_of_goods', 'stock_loss', 'stock_gain', 'own_use', 'count_difference', 'over_short')),
  constraint account_status_check check (status in ('active', 'archived'))
);

create table finance.accounting_period (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  starts_on date not null,
  ends_on date not null,
  fiscal_year text not null,
  month integer not null,
  state text not null default 'open',
  locked_at timestamptz,
  locked_entries bigint,
  locked_lines bigint,
  constraint accounting_period_pkey primary key (company_id, id),
  constraint accounting_period_starts_on_key unique (company_id, starts_on),
  constraint accounting_period_fiscal_year_check check (char_length(fiscal_year) <= 9),
  constraint accounting_period_state_check check (state in ('open', 'locked'))
);

create table finance.journal_entry (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  kind text not null,
  business_date date not null,
  occurred_on date not null,
  period_id uuid not null,
  memo text not null,
  source text,
  source_id text,
  event_seq bigint,
  reverses_id uuid,
  constraint journal_entry_pkey primary key (company_id, id),
  constraint journal_entry_event_seq_key unique (company_id, event_seq),
  constraint journal_entry_reverses_id_key unique (company_id, reverses_id),
  constraint journal_entry_kind_check check (kind in ('sale', 'return', 'adjustment', 'opening', 'manual', 'reversal')),
  constraint journal_entry_memo_check check (char_length(memo) <= 300),
  constraint journal_entry_source_check check (char_length(source) <= 64),
  constraint journal_entry_source_id_check check (char_length(source_id) <= 36)
);

create table finance.ledger_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  entry_id uuid not null,
  account_id uuid not null,
  business_date date not null,
  debit bigint not null,
  credit bigint not null,
  currency text not null,
  shop_id text,
  customer_id text,
  memo text,
  constraint ledger_line_pkey primary key (company_id, id),
  constraint ledger_line_currency_check check (char_length(currency) <= 3),
  constraint ledger_line_shop_id_check check (char_length(shop_id) <= 36),
  constraint ledger_line_customer_id_check check (char_length(customer_id) <= 36),
  constraint ledger_line_memo_check check (char_length(memo) <= 300),
  constraint ledger_line_one_side_check check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0))
);

alter table finance.journal_entry add constraint journal_entry_period_id_fkey foreign key (company_id, period_id) references finance.accounting_period (company_id, id);

alter table finance.journal_entry add constraint journal_entry_reverses_id_fkey foreign key (company_id, reverses_id) references finance.journal_entry (company_id, id);

alter table finance.ledger_line add constraint ledger_line_entry_id_fkey foreign key (company_id, entry_id) references finance.journal_entry (company_id, id);

alter table finance.ledger_line add constraint ledger_line_account_id_fkey foreign key (company_id, account_id) references finance.account (company_id, id);

create index account_search_text_trigram_idx on finance.account using gin (company_id, search_text gin_trgm_ops);

create index account_search_text_words_idx on finance.account using gin (to_tsvector('simple', search_text));

create index journal_entry_business_date_idx on finance.journal_entry (company_id, business_date);

create index journal_entry_source_id_idx on finance.journal_entry (company_id, source_id);

create index journal_entry_period_id_idx on finance.journal_entry (company_id, period_id);

create trigger journal_entry_immutable before update or delete or truncate on finance.journal_entry
  for each statement execute function public.refuse_change();

create index ledger_line_account_id_business_date_currency_debit_credit_idx on finance.ledger_line (company_id, account_id, business_date, currency, debit, credit);

create index ledger_line_entry_id_idx on finance.ledger_line (company_id, entry_id);

create trigger ledger_line_immutable before update or delete or truncate on finance.ledger_line
  for each statement execute function public.refuse_change();
