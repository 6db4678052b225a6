create table sales.sales_order (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  number text not null,
  status text not null default 'quote',
  payment_status text not null,
  fulfilment_status text not null,
  reference text,
  shop_id uuid not null,
  customer_id uuid,
  made_by_id text not null,
  made_by_name text not null,
  business_date date not null,
  ordered_at timestamptz not null,
  held_until timestamptz,
  allows_back_order boolean not null default false,
  deliver_to jsonb,
  discount_amount bigint not null,
  discount_currency text not null,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  total_amount bigint not null,
  total_currency text not null,
  cancelled_amount bigint not null,
  cancelled_currency text not null,
  invoiced_amount bigint not null,
  invoiced_currency text not null,
  credited_amount bigint not null,
  credited_currency text not null,
  captured_amount bigint not null,
  captured_currency text not null,
  refunded_amount bigint not null,
  refunded_currency text not null,
  applied_amount bigint not null,
  applied_currency text not null,
  taxes jsonb not null,
  tax_rounding text not null,
  request_hash text,
  note text,
  search_text text generated always as (lower(coalesce(number, '') || ' ' || coalesce(reference, ''))) stored,
  constraint sales_order_pkey primary key (company_id, id),
  constraint sales_order_number_key unique (company_id, number),
  constraint sales_order_number_check check (char_length(number) <= 80),
  constraint sales_order_status_check check (status in ('quote', 'pending', 'confirmed', 'processing', 'shipped', 'delivered', 'completed', 'cancelled', 'returned')),
  constraint sales_order_payment_status_check check (payment_status in ('unpaid', 'part_paid', 'paid', 'owed', 'refunded')),
  constraint sales_order_fulfilment_status_check check (fulfilment_status in ('unfulfilled', 'part_shipped', 'shipped', 'delivered', 'part_returned', 'returned')),
  constraint sales_order_reference_check check (char_length(reference) <= 64),
  constraint sales_order_made_by_id_check check (char_length(made_by_id) <= 64),
  constraint sales_order_made_by_name_check check (char_length(made_by_name) <= 200),
  constraint sales_order_tax_rounding_check check (char_length(tax_rounding) <= 16),
  constraint sales_order_request_hash_check check (char_length(request_hash) <= 43),
  constraint sales_order_note_check check (char_length(note) <= 1000),
  constraint sales_order_discount_check check ((discount_amount is null) = (discount_currency is null)),
  constraint sales_order_net_check check ((net_amount is null) = (net_currency is null)),
  constraint sales_order_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint sales_order_total_check check ((total_amount is null) = (total_currency is null)),
  constraint sales_order_cancelled_check check ((cancelled_amount is null) = (cancelled_currency is null)),
  constraint sales_order_invoiced_check check ((invoiced_amount is null) = (invoiced_currency is null)),
  constraint sales_order_credited_check check ((credited_amount is null) = (credited_currency is null)),
  constraint sales_order_captured_check check ((captured_amount is null) = (captured_currency is null)),
  constraint sales_order_refunded_check check ((refunded_amount is null) = (refunded_currency is null)),
  constraint sales_order_applied_check check ((applied_amount is null) = (applied_currency is null)),
  constraint sales_order_adds_up_check check (net_amount + tax_amount = total_amount and total_amount >= 0),
  constraint sales_order_one_currency_check check (tax_currency = net_currency and total_currency = net_currency and cancelled_currency = net_currency
      and invoiced_currency = net_currency and credited_currency = net_currency and captured_currency = net_currency
      and refunded_currency = net_currency and applied_currency = net_currency),
  constraint sales_order_within_total_check check (cancelled_amount + invoiced_amount <= total_amount and credited_amount <= invoiced_amount),
  constraint sales_order_not_negative_check check (cancelled_amount >= 0 and credited_amount >= 0 and refunded_amount >= 0 and applied_amount >= 0),
  constraint sales_order_money_held_check check (captured_amount - refunded_amount >= applied_amount and applied_amount <= invoiced_amount)
);

create table sales.order_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sales_order_id uuid not null,
  position integer not null,
  product_id uuid not null,
  sku text not null,
  name text not null,
  kind text not null,
  stocked boolean not null,
  components jsonb,
  quantity numeric not null,
  open numeric not null,
  reserved numeric not null,
  shipped numeric not null,
  cancelled numeric not null,
  coming_back numeric not null,
  returned numeric not null,
  unit text not null,
  decimals integer not null,
  factor numeric not null,
  unit_price_amount bigint not null,
  unit_price_currency text not null,
  includes_tax boolean not null,
  price_step text not null,
  price_list text,
  price_reason text,
  discount_amount bigint not null,
  discount_currency text not null,
  promotions jsonb,
  net_amount bigint not null,
  net_currency text not null,
  tax_amount bigint not null,
  tax_currency text not null,
  gross_amount bigint not null,
  gross_currency text not null,
  taxes jsonb not null,
  constraint order_line_pkey primary key (company_id, id),
  constraint order_line_sales_order_id_position_key unique (company_id, sales_order_id, position),
  constraint order_line_sku_check check (char_length(sku) <= 64),
  constraint order_line_name_check check (char_length(name) <= 200),
  constraint order_line_kind_check check (kind in ('goods', 'service', 'charge')),
  constraint order_line_unit_check check (char_length(unit) <= 16),
  constraint order_line_price_step_check check (char_length(price_step) <= 16),
  constraint order_line_price_list_check check (char_length(price_list) <= 36),
  constraint order_line_price_reason_check check (char_length(price_reason) <= 200),
  constraint order_line_unit_price_check check ((unit_price_amount is null) = (unit_price_currency is null)),
  constraint order_line_discount_check check ((discount_amount is null) = (discount_currency is null)),
  constraint order_line_net_check check ((net_amount is null) = (net_currency is null)),
  constraint order_line_tax_check check ((tax_amount is null) = (tax_currency is null)),
  constraint order_line_gross_check check ((gross_amount is null) = (gross_currency is null)),
  constraint order_line_adds_up_check check (net_amount + tax_amount = gross_amount),
  constraint order_line_whole_check check (quantity > 0 and quantity = open + shipped + cancelled),
  constraint order_line_within_check check (open >= 0 and shipped >= 0 and cancelled >= 0 and reserved between 0 and open),
  constraint order_line_returns_check check (coming_back >= 0 and returned >= 0 and returned + coming_back <= shipped),
  constraint order_line_one_currency_check check (tax_currency = net_currency and gross_currency = net_currency and unit_price_currency = net_currency)
);

create table sales.order_change (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sales_order_id uuid not null,
  step integer not null,
  machine text not null,
  "from" text,
  "to" text not null,
  event text not null,
  reason text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  constraint order_change_pkey primary key (company_id, id),
  constraint order_change_sales_order_id_step_key unique (company_id, sales_order_id, step),
  constraint order_change_machine_check check (machine in ('order', 'payment', 'fulfilment')),
  constraint order_change_from_check check (char_length("from") <= 20),
  constraint order_change_to_check check (char_length("to") <= 20),
  constraint order_change_event_check check (char_length(event) <= 64),
  constraint order_change_reason_check check (char_length(reason) <= 400),
  constraint order_change_actor_id_check check (char_length(actor_id) <= 64),
  constraint order_change_actor_name_check check (char_length(actor_name) <= 200)
);

create table sales.order_payment (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sales_order_id uuid not null,
  kind text not null,
  amount_amount bigint not null,
  amount_currency text not null,
  of_id uuid,
  shop_id uuid not null,
  register_id uuid,
  business_date date not null,
  reason text,
  constraint order_payment_pkey primary key (company_id, id),
  constraint order_payment_kind_check check (kind in ('received', 'refunded')),
  constraint order_payment_reason_check check (char_length(reason) <= 400),
  constraint order_payment_amount_check check ((amount_amount is null) = (amount_currency is null)),
  constraint order_payment_positive_check check (amount_amount > 0),
  constraint order_payment_refund_of_check check ((kind = 'refunded') = (of_id is not null))
);

create table sales.shipment (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sales_order_id uuid not null,
  position integer not null,
  status text not null default 'shipped',
  shop_id uuid not null,
  sale_id uuid not null,
  carrier text,
  tracking_number text,
  tracking_url text,
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  received_by text,
  note text,
  search_text text generated always as (lower(coalesce(tracking_number, ''))) stored,
  constraint shipment_pkey primary key (company_id, id),
  constraint shipment_sale_id_key unique (company_id, sale_id),
  constraint shipment_sales_order_id_position_key unique (company_id, sales_order_id, position),
  constraint shipment_status_check check (status in ('shipped', 'delivered')),
  constraint shipment_carrier_check check (char_length(carrier) <= 80),
  constraint shipment_tracking_number_check check (char_length(tracking_number) <= 80),
  constraint shipment_tracking_url_check check (char_length(tracking_url) <= 2000),
  constraint shipment_received_by_check check (char_length(received_by) <= 120),
  constraint shipment_note_check check (char_length(note) <= 1000),
  constraint shipment_delivered_check check ((status = 'delivered') = (delivered_at is not null))
);

create table sales.shipment_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shipment_id uuid not null,
  order_line_id uuid not null,
  sale_line_id uuid not null,
  quantity numeric not null,
  constraint shipment_line_pkey primary key (company_id, id),
  constraint shipment_line_sale_line_id_key unique (company_id, sale_line_id),
  constraint shipment_line_shipment_id_order_line_id_key unique (company_id, shipment_id, order_line_id),
  constraint shipment_line_positive_check check (quantity > 0)
);

alter table sales.sales_order add constraint sales_order_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.sales_order add constraint sales_order_customer_id_fkey foreign key (company_id, customer_id) references crm.customer (company_id, id);

alter table sales.order_line add constraint order_line_sales_order_id_fkey foreign key (company_id, sales_order_id) references sales.sales_order (company_id, id);

alter table sales.order_line add constraint order_line_product_id_fkey foreign key (company_id, product_id) references catalog.product (company_id, id);

alter table sales.order_change add constraint order_change_sales_order_id_fkey foreign key (company_id, sales_order_id) references sales.sales_order (company_id, id);

alter table sales.order_payment add constraint order_payment_sales_order_id_fkey foreign key (company_id, sales_order_id) references sales.sales_order (company_id, id);

alter table sales.order_payment add constraint order_payment_of_id_fkey foreign key (company_id, of_id) references sales.order_payment (company_id, id);

alter table sales.order_payment add constraint order_payment_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.order_payment add constraint order_payment_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table sales.shipment add constraint shipment_sales_order_id_fkey foreign key (company_id, sales_order_id) references sales.sales_order (company_id, id);

alter table sales.shipment add constraint shipment_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.shipment add constraint shipment_sale_id_fkey foreign key (company_id, sale_id) references sales.sale (company_id, id);

alter table sales.shipment_line add constraint shipment_line_shipment_id_fkey foreign key (company_id, shipment_id) references sales.shipment (company_id, id);

alter table sales.shipment_line add constraint shipment_line_order_line_id_fkey foreign key (company_id, order_line_id) references sales.order_line (company_id, id);

alter table sales.shipment_line add constraint shipment_line_sale_line_id_fkey foreign key (company_id, sale_line_id) references sales.sale_line (company_id, id);

create index sales_order_business_date_idx on sales.sales_order (company_id, business_date);

create index sales_order_shop_id_status_idx on sales.sales_order (company_id, shop_id, status);

create index sales_order_status_held_until_idx on sales.sales_order (company_id, status, held_until);

create index sales_order_customer_id_idx on sales.sales_order (company_id, customer_id);

create index sales_order_search_text_trigram_idx on sales.sales_order using gin (company_id, search_text gin_trgm_ops);

create index sales_order_search_text_words_idx on sales.sales_order using gin (to_tsvector('simple', search_text));

create index order_line_product_id_idx on sales.order_line (company_id, product_id);

create trigger order_change_immutable before update or delete or truncate on sales.order_change
  for each statement execute function public.refuse_change();

create index order_payment_sales_order_id_idx on sales.order_payment (company_id, sales_order_id);

create index order_payment_of_id_idx on sales.order_payment (company_id, of_id);

create index order_payment_shop_id_idx on sales.order_payment (company_id, shop_id);

create index order_payment_register_id_idx on sales.order_payment (company_id, register_id);

create trigger order_payment_immutable before update or delete or truncate on sales.order_payment
  for each statement execute function public.refuse_change();

create index shipment_shop_id_idx on sales.shipment (company_id, shop_id);

create index shipment_search_text_trigram_idx on sales.shipment using gin (company_id, search_text gin_trgm_ops);

create index shipment_search_text_words_idx on sales.shipment using gin (to_tsvector('simple', search_text));

create index shipment_line_order_line_id_idx on sales.shipment_line (company_id, order_line_id);

create trigger shipment_line_immutable before update or delete or truncate on sales.shipment_line
  for each statement execute function public.refuse_change();
