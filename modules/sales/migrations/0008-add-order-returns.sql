create table sales.order_return (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sales_order_id uuid not null,
  position integer not null,
  status text not null default 'authorised',
  shop_id uuid not null,
  reason text not null,
  authorised_by text not null,
  received_at timestamptz,
  closed_at timestamptz,
  outcome text,
  constraint order_return_pkey primary key (company_id, id),
  constraint order_return_sales_order_id_position_key unique (company_id, sales_order_id, position),
  constraint order_return_status_check check (status in ('authorised', 'received', 'closed', 'rejected')),
  constraint order_return_reason_check check (char_length(reason) <= 400),
  constraint order_return_authorised_by_check check (char_length(authorised_by) <= 200),
  constraint order_return_outcome_check check (char_length(outcome) <= 400),
  constraint order_return_closed_check check ((status in ('closed', 'rejected')) = (closed_at is not null))
);

create table sales.order_return_line (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  order_return_id uuid not null,
  order_line_id uuid not null,
  quantity numeric not null,
  restocked numeric not null,
  scrapped numeric not null,
  reason text,
  constraint order_return_line_pkey primary key (company_id, id),
  constraint order_return_line_order_return_id_order_line_id_key unique (company_id, order_return_id, order_line_id),
  constraint order_return_line_reason_check check (char_length(reason) <= 200),
  constraint order_return_line_within_check check (quantity > 0 and restocked >= 0 and scrapped >= 0 and restocked + scrapped <= quantity)
);

alter table sales.order_return add constraint order_return_sales_order_id_fkey foreign key (company_id, sales_order_id) references sales.sales_order (company_id, id);

alter table sales.order_return add constraint order_return_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.order_return_line add constraint order_return_line_order_return_id_fkey foreign key (company_id, order_return_id) references sales.order_return (company_id, id);

alter table sales.order_return_line add constraint order_return_line_order_line_id_fkey foreign key (company_id, order_line_id) references sales.order_line (company_id, id);

create index order_return_shop_id_idx on sales.order_return (company_id, shop_id);

create index order_return_line_order_line_id_idx on sales.order_return_line (company_id, order_line_id);
