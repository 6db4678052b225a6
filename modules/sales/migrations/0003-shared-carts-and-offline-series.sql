create table sales.shared_cart (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text,
  shop_id uuid not null,
  status text not null default 'open',
  held boolean not null default false,
  cart jsonb not null,
  made_by_id text not null,
  made_by_name text not null,
  claimed_by_id uuid,
  claimed_by_name text,
  sale_id uuid,
  finished_at timestamptz,
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint shared_cart_pkey primary key (company_id, id),
  constraint shared_cart_sale_id_key unique (company_id, sale_id),
  constraint shared_cart_name_check check (char_length(name) <= 80),
  constraint shared_cart_status_check check (status in ('open', 'finished', 'dropped')),
  constraint shared_cart_made_by_id_check check (char_length(made_by_id) <= 64),
  constraint shared_cart_made_by_name_check check (char_length(made_by_name) <= 200),
  constraint shared_cart_claimed_by_name_check check (char_length(claimed_by_name) <= 200),
  constraint shared_cart_finished_check check ((status = 'finished') = (finished_at is not null) and (sale_id is null or status = 'finished'))
);

alter table sales.number_series add column skipped integer not null default 0;

alter table sales.shared_cart add constraint shared_cart_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table sales.shared_cart add constraint shared_cart_claimed_by_id_fkey foreign key (company_id, claimed_by_id) references shops.register (company_id, id);

alter table sales.shared_cart add constraint shared_cart_sale_id_fkey foreign key (company_id, sale_id) references sales.sale (company_id, id);

create index shared_cart_shop_id_status_idx on sales.shared_cart (company_id, shop_id, status);

create index shared_cart_claimed_by_id_idx on sales.shared_cart (company_id, claimed_by_id);

create index shared_cart_search_text_trigram_idx on sales.shared_cart using gin (company_id, search_text gin_trgm_ops);

create index shared_cart_search_text_words_idx on sales.shared_cart using gin (to_tsvector('simple', search_text));
