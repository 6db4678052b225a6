create table finance.document_series (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  kind text not null,
  fiscal_year text not null,
  prefix text not null,
  next bigint not null default 1,
  constraint document_series_pkey primary key (company_id, id),
  constraint document_series_prefix_key unique (company_id, prefix),
  constraint document_series_kind_fiscal_year_key unique (company_id, kind, fiscal_year),
  constraint document_series_kind_check check (kind in ('customer_invoice', 'customer_credit', 'vendor_invoice', 'vendor_credit', 'payment_received', 'payment_made')),
  constraint document_series_fiscal_year_check check (char_length(fiscal_year) <= 9),
  constraint document_series_prefix_check check (char_length(prefix) <= 40)
);

create table finance.invoice (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  kind text not null,
  number text,
  status text not null default 'draft',
  customer_id uuid,
  vendor_id uuid,
  vendor_number text,
  issued_on date not null,
  payment_term_id uuid,
  due_on date not null,
  fiscal_year text not null,
  includes_tax boolean not null default false,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  total_amount bigint not null,
  total_currency text not null,
  taxes jsonb not null,
  reference text,
  note text,
  credits_id uuid,
  cancelled_by_id uuid,
  posted_at timestamptz,
  search_text text generated always as (lower(coalesce(number, '') || ' ' || coalesce(vendor_number, '') || ' ' || coalesce(reference, ''))) stored,
  constraint invoice_pkey primary key (company_id, id),
  constraint invoice_number_key unique (company_id, number),
  constraint invoice_cancelled_by_id_key unique (company_id, cancelled_by_id),
  constraint invoice_vendor_id_vendor_number_fiscal_year_key unique (company_id, vendor_id, vendor_number, fiscal_year),
  constraint invoice_kind_check check (kind in ('customer_invoice', 'customer_credit', 'vendor_invoice', 'vendor_credit')),
  constraint invoice_number_check check (char_length(number) <= 80),
  constraint invoice_status_check check (status in ('draft', 'posted', 'cancelled')),
  constraint invoice_vendor_number_check check (char_length(vendor_number) <= 64),
  constraint invoice_fiscal_year_check check (char_length(fiscal_year) <= 9),
  constraint invoice_reference_check check (char_length(reference) <= 100),
  constraint invoice_note_check check (char_length(note) <= 4000),
  constraint invoice_net_check check ((net_amount is null) = (net_currency is null)),
  constraint invoice_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint invoice_total_check check ((total_amount is null) = (total_currency is null)),
  constraint invoice_one_party_check check ((kind in ('customer_invoice', 'customer_credit')) = (customer_id is not null) and (kind in ('vendor_invoice', 'vendor_credit')) = (vendor_id is not null)),
  constraint invoice_adds_up_check check (net_amount + tax_amount = total_amount and total_amount > 0),
  constraint invoice_one_currency_check check (tax_currency = net_currency and total_currency = net_currency),
  constraint invoice_posted_check check ((status = 'draft') = (number is null) and (status = 'draft') = (posted_at is null)),
  constraint invoice_cancelled_check check ((status = 'cancelled') = (cancelled_by_id is not null))
);

create table finance.invoice_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  invoice_id uuid not null,
  position integer not null,
  description text not null,
  account_id uuid not null,
  tax_category_id uuid,
  tax_code text,
  amount_amount bigint not null,
  amount_currency text not null,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  constraint invoice_line_pkey primary key (company_id, id),
  constraint invoice_line_invoice_id_position_key unique (company_id, invoice_id, position),
  constraint invoice_line_description_check check (char_length(description) <= 300),
  constraint invoice_line_tax_code_check check (char_length(tax_code) <= 64),
  constraint invoice_line_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint invoice_line_net_check check ((net_amount is null) = (net_currency is null)),
  constraint invoice_line_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint invoice_line_one_currency_check check (net_currency = amount_currency and tax_currency = amount_currency)
);

create table finance.open_item (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  side text not null,
  kind text not null,
  customer_id uuid,
  vendor_id uuid,
  source_entity text not null,
  source_id text not null,
  number text not null,
  issued_on date not null,
  due_on date not null,
  amount_amount bigint not null,
  amount_currency text not null,
  open_amount bigint not null,
  open_currency text not null,
  settled_on date,
  search_text text generated always as (lower(coalesce(number, ''))) stored,
  constraint open_item_pkey primary key (company_id, id),
  constraint open_item_source_entity_source_id_key unique (company_id, source_entity, source_id),
  constraint open_item_side_check check (side in ('receivable', 'payable')),
  constraint open_item_kind_check check (kind in ('invoice', 'credit', 'payment', 'reversal')),
  constraint open_item_source_entity_check check (char_length(source_entity) <= 64),
  constraint open_item_source_id_check check (char_length(source_id) <= 36),
  constraint open_item_number_check check (char_length(number) <= 80),
  constraint open_item_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint open_item_open_check check ((open_amount is null) = (open_currency is null)),
  constraint open_item_one_party_check check ((side = 'receivable') = (customer_id is not null) and (side = 'payable') = (vendor_id is not null)),
  constraint open_item_open_within_check check ((amount_amount > 0 and open_amount between 0 and amount_amount) or (amount_amount < 0 and open_amount between amount_amount and 0)),
  constraint open_item_settled_check check ((open_amount = 0) = (settled_on is not null)),
  constraint open_item_one_currency_check check (open_currency = amount_currency)
);

create table finance.matching (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  debit_id uuid not null,
  credit_id uuid not null,
  amount_amount bigint not null,
  amount_currency text not null,
  matched_on date not null,
  undoes_id uuid,
  constraint matching_pkey primary key (company_id, id),
  constraint matching_undoes_id_key unique (company_id, undoes_id),
  constraint matching_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint matching_sign_check check ((undoes_id is null) = (amount_amount > 0) and amount_amount <> 0)
);

create table finance.payment_entry (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number text not null,
  direction text not null,
  customer_id uuid,
  vendor_id uuid,
  paid_on date not null,
  amount_amount bigint not null,
  amount_currency text not null,
  account_id uuid not null,
  reference text,
  reverses_id uuid,
  search_text text generated always as (lower(coalesce(number, '') || ' ' || coalesce(reference, ''))) stored,
  constraint payment_entry_pkey primary key (company_id, id),
  constraint payment_entry_number_key unique (company_id, number),
  constraint payment_entry_reverses_id_key unique (company_id, reverses_id),
  constraint payment_entry_number_check check (char_length(number) <= 80),
  constraint payment_entry_direction_check check (direction in ('received', 'made')),
  constraint payment_entry_reference_check check (char_length(reference) <= 100),
  constraint payment_entry_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint payment_entry_one_party_check check ((customer_id is null) <> (vendor_id is null)),
  constraint payment_entry_positive_check check (amount_amount > 0)
);

alter table finance.account drop constraint account_role_check;

alter table finance.account add column cash_flow text;

alter table finance.account add constraint account_role_check check (role in ('cash', 'card', 'other_tender', 'receivable', 'stock', 'payable', 'output_tax', 'input_tax', 'equity', 'opening_balance', 'retained_earnings', 'revenue', 'other_revenue', 'cost_of_goods', 'stock_loss', 'stock_gain', 'own_use', 'count_difference', 'over_short', 'till_clearing'));

alter table finance.account add constraint account_cash_flow_check check (cash_flow in ('cash', 'operating', 'non_cash', 'investing', 'financing'));

alter table finance.journal_entry drop constraint journal_entry_kind_check;

alter table finance.journal_entry add constraint journal_entry_kind_check check (kind in ('sale', 'return', 'adjustment', 'till', 'invoice', 'payment', 'opening', 'manual', 'reversal'));

alter table finance.invoice add constraint invoice_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table finance.invoice add constraint invoice_vendor_id_fkey foreign key (company_id, vendor_id) references purchasing.vendor (company_id, id);

alter table finance.invoice add constraint invoice_payment_term_id_fkey foreign key (company_id, payment_term_id) references companies.payment_term (company_id, id);

alter table finance.invoice add constraint invoice_credits_id_fkey foreign key (company_id, credits_id) references finance.invoice (company_id, id);

alter table finance.invoice add constraint invoice_cancelled_by_id_fkey foreign key (company_id, cancelled_by_id) references finance.invoice (company_id, id);

alter table finance.invoice_line add constraint invoice_line_invoice_id_fkey foreign key (company_id, invoice_id) references finance.invoice (company_id, id);

alter table finance.invoice_line add constraint invoice_line_account_id_fkey foreign key (company_id, account_id) references finance.account (company_id, id);

alter table finance.invoice_line add constraint invoice_line_tax_category_id_fkey foreign key (company_id, tax_category_id) references catalog.tax_category (company_id, id);

alter table finance.open_item add constraint open_item_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table finance.open_item add constraint open_item_vendor_id_fkey foreign key (company_id, vendor_id) references purchasing.vendor (company_id, id);

alter table finance.matching add constraint matching_debit_id_fkey foreign key (company_id, debit_id) references finance.open_item (company_id, id);

alter table finance.matching add constraint matching_credit_id_fkey foreign key (company_id, credit_id) references finance.open_item (company_id, id);

alter table finance.matching add constraint matching_undoes_id_fkey foreign key (company_id, undoes_id) references finance.matching (company_id, id);

alter table finance.payment_entry add constraint payment_entry_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table finance.payment_entry add constraint payment_entry_vendor_id_fkey foreign key (company_id, vendor_id) references purchasing.vendor (company_id, id);

alter table finance.payment_entry add constraint payment_entry_account_id_fkey foreign key (company_id, account_id) references finance.account (company_id, id);

alter table finance.payment_entry add constraint payment_entry_reverses_id_fkey foreign key (company_id, reverses_id) references finance.payment_entry (company_id, id);

create index invoice_issued_on_idx on finance.invoice (company_id, issued_on);

create index invoice_customer_id_issued_on_idx on finance.invoice (company_id, customer_id, issued_on);

create index invoice_payment_term_id_idx on finance.invoice (company_id, payment_term_id);

create index invoice_credits_id_idx on finance.invoice (company_id, credits_id);

create index invoice_search_text_trigram_idx on finance.invoice using gin (company_id, search_text gin_trgm_ops);

create index invoice_search_text_words_idx on finance.invoice using gin (to_tsvector('simple', search_text));

create index invoice_line_account_id_idx on finance.invoice_line (company_id, account_id);

create index invoice_line_tax_category_id_idx on finance.invoice_line (company_id, tax_category_id);

create index open_item_side_settled_on_idx on finance.open_item (company_id, side, settled_on);

create index open_item_customer_id_settled_on_idx on finance.open_item (company_id, customer_id, settled_on);

create index open_item_vendor_id_settled_on_idx on finance.open_item (company_id, vendor_id, settled_on);

create index open_item_search_text_trigram_idx on finance.open_item using gin (company_id, search_text gin_trgm_ops);

create index open_item_search_text_words_idx on finance.open_item using gin (to_tsvector('simple', search_text));

create index matching_debit_id_matched_on_idx on finance.matching (company_id, debit_id, matched_on);

create index matching_credit_id_matched_on_idx on finance.matching (company_id, credit_id, matched_on);

create index matching_matched_on_idx on finance.matching (company_id, matched_on);

create trigger matching_immutable before update or delete or truncate on finance.matching
  for each statement execute function public.refuse_change();

create index payment_entry_paid_on_idx on finance.payment_entry (company_id, paid_on);

create index payment_entry_customer_id_idx on finance.payment_entry (company_id, customer_id);

create index payment_entry_vendor_id_idx on finance.payment_entry (company_id, vendor_id);

create index payment_entry_account_id_idx on finance.payment_entry (company_id, account_id);

create index payment_entry_search_text_trigram_idx on finance.payment_entry using gin (company_id, search_text gin_trgm_ops);

create index payment_entry_search_text_words_idx on finance.payment_entry using gin (to_tsvector('simple', search_text));

create trigger payment_entry_immutable before update or delete or truncate on finance.payment_entry
  for each statement execute function public.refuse_change();

-- A posted invoice never changes, whoever writes, but for the credit note that cancels it.
create function finance.refuse_changed_invoice() returns trigger language plpgsql as $$
declare
  free constant text[] := array['status', 'cancelled_by_id', 'version', 'updated_at', 'search_text'];
begin
  if old.status = 'draft' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.status = 'posted' and new.status = 'cancelled' and to_jsonb(new) - free = to_jsonb(old) - free then
    return new;
  end if;
  raise exception 'invoice % is posted', old.number using errcode = 'check_violation', constraint = 'posted_stays';
end $$;
create trigger posted_invoices_stay before update or delete on finance.invoice
  for each row execute function finance.refuse_changed_invoice();
create trigger posted_invoices_are_not_emptied before truncate on finance.invoice
  for each statement execute function public.refuse_change();

create function finance.refuse_changed_invoice_line() returns trigger language plpgsql as $$
begin
  if exists (select 1 from finance.invoice v
    where v.company_id = coalesce(new.company_id, old.company_id)
      and v.id = coalesce(new.invoice_id, old.invoice_id) and v.status <> 'draft') then
    raise exception 'lines of a posted invoice stay' using errcode = 'check_violation', constraint = 'posted_stays';
  end if;
  return coalesce(new, old);
end $$;
create trigger posted_lines_stay before insert or update or delete on finance.invoice_line
  for each row execute function finance.refuse_changed_invoice_line();
create trigger posted_lines_are_not_emptied before truncate on finance.invoice_line
  for each statement execute function public.refuse_change();
