create schema payments;

create table payments.payment (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  source_entity text not null,
  source_id text not null,
  shop_id uuid not null,
  register_id uuid,
  business_date date not null,
  captured_amount bigint not null,
  captured_currency text not null,
  refunded_amount bigint not null,
  refunded_currency text not null,
  constraint payment_pkey primary key (company_id, id),
  constraint payment_source_entity_source_id_key unique (company_id, source_entity, source_id),
  constraint payment_source_entity_check check (char_length(source_entity) <= 64),
  constraint payment_source_id_check check (char_length(source_id) <= 36),
  constraint payment_captured_check check ((captured_amount is null) = (captured_currency is null)),
  constraint payment_refunded_check check ((refunded_amount is null) = (refunded_currency is null)),
  constraint payment_not_negative_check check (captured_amount >= 0 and refunded_amount >= 0),
  constraint payment_refund_within_capture_check check (refunded_amount <= captured_amount),
  constraint payment_one_currency_check check (refunded_currency = captured_currency)
);

create table payments.tender (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  payment_id uuid not null,
  method text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  change_amount bigint not null,
  change_currency text not null,
  reference text,
  constraint tender_pkey primary key (company_id, id),
  constraint tender_method_check check (method in ('cash', 'card', 'other')),
  constraint tender_reference_check check (char_length(reference) <= 100),
  constraint tender_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint tender_change_check check ((change_amount is null) = (change_currency is null)),
  constraint tender_change_of_cash_check check (change_amount between 0 and amount_amount and (change_amount = 0 or method = 'cash')),
  constraint tender_one_currency_check check (change_currency = amount_currency)
);

create table payments.refund (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  payment_id uuid,
  source_entity text not null,
  source_id text not null,
  method text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  constraint refund_pkey primary key (company_id, id),
  constraint refund_source_entity_check check (char_length(source_entity) <= 64),
  constraint refund_source_id_check check (char_length(source_id) <= 36),
  constraint refund_method_check check (method in ('cash', 'card', 'other')),
  constraint refund_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint refund_positive_check check (amount_amount > 0)
);

alter table payments.payment add constraint payment_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table payments.payment add constraint payment_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table payments.tender add constraint tender_payment_id_fkey foreign key (company_id, payment_id) references payments.payment (company_id, id);

alter table payments.refund add constraint refund_payment_id_fkey foreign key (company_id, payment_id) references payments.payment (company_id, id);

create index payment_business_date_idx on payments.payment (company_id, business_date);

create index payment_shop_id_idx on payments.payment (company_id, shop_id);

create index payment_register_id_idx on payments.payment (company_id, register_id);

create index tender_payment_id_idx on payments.tender (company_id, payment_id);

create trigger tender_immutable before update or delete or truncate on payments.tender
  for each statement execute function public.refuse_change();

create index refund_source_id_idx on payments.refund (company_id, source_id);

create index refund_payment_id_idx on payments.refund (company_id, payment_id);

create trigger refund_immutable before update or delete or truncate on payments.refund
  for each statement execute function public.refuse_change();
