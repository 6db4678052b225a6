create schema pos;

create table pos.till_policy (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shop_id uuid,
  variance_tolerance_amount bigint,
  variance_tolerance_currency text,
  offline_card_ticket_max_amount bigint,
  offline_card_ticket_max_currency text,
  offline_card_total_max_amount bigint,
  offline_card_total_max_currency text,
  offline_hours_max integer,
  constraint till_policy_pkey primary key (company_id, id),
  constraint till_policy_shop_id_key unique (company_id, shop_id),
  constraint till_policy_variance_tolerance_check check ((variance_tolerance_amount is null) = (variance_tolerance_currency is null)),
  constraint till_policy_offline_card_ticket_max_check check ((offline_card_ticket_max_amount is null) = (offline_card_ticket_max_currency is null)),
  constraint till_policy_offline_card_total_max_check check ((offline_card_total_max_amount is null) = (offline_card_total_max_currency is null))
);

create table pos.register_session (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  register_id uuid not null,
  shop_id uuid not null,
  status text not null default 'open',
  opened_at timestamptz not null,
  opened_by_id text not null,
  opened_by_name text not null,
  opening_float_amount bigint not null,
  opening_float_currency text not null,
  opening_denominations jsonb,
  closed_at timestamptz,
  closed_by_id text,
  closed_by_name text,
  business_date date,
  counted_amount bigint,
  counted_currency text,
  counted_denominations jsonb,
  counts jsonb,
  expected_amount bigint,
  expected_currency text,
  variance_amount bigint,
  variance_currency text,
  reason text,
  constraint register_session_pkey primary key (company_id, id),
  constraint register_session_status_check check (status in ('open', 'closed')),
  constraint register_session_opened_by_id_check check (char_length(opened_by_id) <= 64),
  constraint register_session_opened_by_name_check check (char_length(opened_by_name) <= 200),
  constraint register_session_closed_by_id_check check (char_length(closed_by_id) <= 64),
  constraint register_session_closed_by_name_check check (char_length(closed_by_name) <= 200),
  constraint register_session_reason_check check (char_length(reason) <= 400),
  constraint register_session_opening_float_check check ((opening_float_amount is null) = (opening_float_currency is null)),
  constraint register_session_counted_check check ((counted_amount is null) = (counted_currency is null)),
  constraint register_session_expected_check check ((expected_amount is null) = (expected_currency is null)),
  constraint register_session_variance_check check ((variance_amount is null) = (variance_currency is null)),
  constraint register_session_closed_is_counted_check check ((status = 'closed') = (expected_amount is not null and counted_amount is not null)),
  constraint register_session_variance_is_the_difference_check check (variance_amount is not distinct from counted_amount - expected_amount)
);

create table pos.cash_move (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  session_id uuid not null,
  register_id uuid not null,
  shop_id uuid not null,
  kind text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  constraint cash_move_pkey primary key (company_id, id),
  constraint cash_move_kind_check check (kind in ('paid_in', 'paid_out')),
  constraint cash_move_reason_check check (char_length(reason) <= 400),
  constraint cash_move_by_id_check check (char_length(by_id) <= 64),
  constraint cash_move_by_name_check check (char_length(by_name) <= 200),
  constraint cash_move_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint cash_move_positive_check check (amount_amount > 0)
);

create table pos.offline_register (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  register_id uuid not null,
  shop_id uuid not null,
  epoch integer not null,
  last_sequence integer not null default 0,
  leased_at timestamptz not null,
  leased_by_id text not null,
  leased_by_name text not null,
  device text,
  card_total_amount bigint,
  card_total_currency text,
  last_sync_at timestamptz,
  constraint offline_register_pkey primary key (company_id, id),
  constraint offline_register_register_id_key unique (company_id, register_id),
  constraint offline_register_leased_by_id_check check (char_length(leased_by_id) <= 64),
  constraint offline_register_leased_by_name_check check (char_length(leased_by_name) <= 200),
  constraint offline_register_device_check check (char_length(device) <= 120),
  constraint offline_register_card_total_check check ((card_total_amount is null) = (card_total_currency is null))
);

create table pos.offline_ticket (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  register_id uuid not null,
  shop_id uuid not null,
  epoch integer not null,
  sequence integer not null,
  number text not null,
  outcome text not null,
  code text,
  flags text[] not null,
  sold_at timestamptz not null,
  book_version text,
  constraint offline_ticket_pkey primary key (company_id, id),
  constraint offline_ticket_number_check check (char_length(number) <= 80),
  constraint offline_ticket_outcome_check check (outcome in ('accepted', 'online', 'refused')),
  constraint offline_ticket_code_check check (char_length(code) <= 64),
  constraint offline_ticket_book_version_check check (char_length(book_version) <= 64)
);

create table pos.sale_exception (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number text not null,
  status text not null default 'open',
  flags text[] not null,
  sale_id uuid,
  ticket_id text not null,
  shop_id uuid not null,
  register_id uuid not null,
  customer_id uuid,
  sold_at timestamptz not null,
  variance_amount bigint,
  variance_currency text,
  code text,
  details jsonb,
  ticket jsonb,
  constraint sale_exception_pkey primary key (company_id, id),
  constraint sale_exception_number_check check (char_length(number) <= 80),
  constraint sale_exception_status_check check (status in ('open', 'resolved')),
  constraint sale_exception_ticket_id_check check (char_length(ticket_id) <= 36),
  constraint sale_exception_code_check check (char_length(code) <= 64),
  constraint sale_exception_variance_check check ((variance_amount is null) = (variance_currency is null))
);

alter table pos.till_policy add constraint till_policy_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table pos.register_session add constraint register_session_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table pos.register_session add constraint register_session_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table pos.cash_move add constraint cash_move_session_id_fkey foreign key (company_id, session_id) references pos.register_session (company_id, id);

alter table pos.cash_move add constraint cash_move_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table pos.cash_move add constraint cash_move_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table pos.offline_register add constraint offline_register_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table pos.offline_register add constraint offline_register_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table pos.offline_ticket add constraint offline_ticket_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table pos.offline_ticket add constraint offline_ticket_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table pos.sale_exception add constraint sale_exception_sale_id_fkey foreign key (company_id, sale_id) references sales.sale (company_id, id);

alter table pos.sale_exception add constraint sale_exception_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table pos.sale_exception add constraint sale_exception_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table pos.sale_exception add constraint sale_exception_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

create index register_session_opened_at_idx on pos.register_session (company_id, opened_at);

create index register_session_register_id_idx on pos.register_session (company_id, register_id);

create index register_session_shop_id_idx on pos.register_session (company_id, shop_id);

create index cash_move_session_id_idx on pos.cash_move (company_id, session_id);

create index cash_move_register_id_idx on pos.cash_move (company_id, register_id);

create index cash_move_shop_id_idx on pos.cash_move (company_id, shop_id);

create trigger cash_move_immutable before update or delete or truncate on pos.cash_move
  for each statement execute function public.refuse_change();

create index offline_register_shop_id_idx on pos.offline_register (company_id, shop_id);

create index offline_ticket_register_id_epoch_sequence_idx on pos.offline_ticket (company_id, register_id, epoch, sequence);

create index offline_ticket_shop_id_idx on pos.offline_ticket (company_id, shop_id);

create trigger offline_ticket_immutable before update or delete or truncate on pos.offline_ticket
  for each statement execute function public.refuse_change();

create index sale_exception_status_idx on pos.sale_exception (company_id, status);

create index sale_exception_ticket_id_idx on pos.sale_exception (company_id, ticket_id);

create index sale_exception_sale_id_idx on pos.sale_exception (company_id, sale_id);

create index sale_exception_shop_id_idx on pos.sale_exception (company_id, shop_id);

create index sale_exception_register_id_idx on pos.sale_exception (company_id, register_id);

create index sale_exception_customer_id_idx on pos.sale_exception (company_id, customer_id);

-- A register has one session at a time, a company one policy for all shops that have none of their own.
create unique index one_open_session_per_register on pos.register_session (company_id, register_id)
  where status = 'open';
create unique index one_policy_for_all_shops on pos.till_policy (company_id) where shop_id is null;

-- A number of an offline till is used once. Refused tickets may name one that another has.
create unique index one_sale_per_offline_number on pos.offline_ticket (company_id, register_id, epoch, sequence)
  where outcome <> 'refused';

-- Which goods changed at which version of the price book. It follows the log; a change that touches everything (taxes,
-- units, the tree of goods) counts up `whole`, and tills load the book anew.
create table pos.book_head (
  company_id uuid not null primary key,
  whole bigint not null,
  version bigint not null
);
create table pos.book_change (
  company_id uuid not null,
  product_id uuid not null,
  version bigint not null,
  primary key (company_id, product_id)
);
create index book_changes_since on pos.book_change (company_id, version);
