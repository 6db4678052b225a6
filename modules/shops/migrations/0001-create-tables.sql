create schema shops;

create table shops.shop (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  code text not null,
  name text not null,
  address jsonb,
  city text,
  state text,
  country text,
  latitude numeric,
  longitude numeric,
  phone text,
  email text,
  time_zone text,
  day_start time not null default '00:00',
  manager_id text,
  opening_hours jsonb,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(city, ''))) stored,
  constraint shop_pkey primary key (company_id, id),
  constraint shop_code_key unique (company_id, code),
  constraint shop_code_check check (char_length(code) <= 20),
  constraint shop_name_check check (char_length(name) <= 120),
  constraint shop_city_check check (char_length(city) <= 120),
  constraint shop_state_check check (char_length(state) <= 120),
  constraint shop_country_check check (char_length(country) <= 2),
  constraint shop_phone_check check (char_length(phone) <= 32),
  constraint shop_email_check check (char_length(email) <= 254),
  constraint shop_time_zone_check check (char_length(time_zone) <= 64),
  constraint shop_manager_id_check check (char_length(manager_id) <= 36),
  constraint shop_status_check check (status in ('active', 'inactive'))
);

create table shops.register (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  shop_id uuid not null,
  code text not null,
  name text not null,
  status text not null default 'active',
  search_text text generated always as (lower(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  constraint register_pkey primary key (company_id, id),
  constraint register_code_key unique (company_id, code),
  constraint register_code_check check (char_length(code) <= 20),
  constraint register_name_check check (char_length(name) <= 120),
  constraint register_status_check check (status in ('active', 'inactive'))
);

alter table shops.register add constraint register_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

create index shop_search_text_trigram_idx on shops.shop using gin (company_id, search_text gin_trgm_ops);

create index shop_search_text_words_idx on shops.shop using gin (to_tsvector('simple', search_text));

create index register_shop_id_idx on shops.register (company_id, shop_id);

create index register_search_text_trigram_idx on shops.register using gin (company_id, search_text gin_trgm_ops);

create index register_search_text_words_idx on shops.register using gin (to_tsvector('simple', search_text));
