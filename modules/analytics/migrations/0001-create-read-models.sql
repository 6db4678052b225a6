-- Read models: what was sold, from the side of the day, the hour, the product, the customer and the method of payment.
-- All are rebuilt from the log at any time. Amounts are minor units of the currency; what came back stands beside what
-- was sold and is not taken off. Days are trading dates of the shop.
create schema analytics;

-- What figures are shown under, and in whose time the hours are told.
create table analytics.shop (
  company_id uuid not null,
  shop_id uuid not null,
  code text not null,
  name text not null,
  time_zone text not null,
  primary key (company_id, shop_id)
);

create table analytics.customer (
  company_id uuid not null,
  customer_id uuid not null,
  since timestamptz not null,
  primary key (company_id, customer_id)
);
create index customer_since_idx on analytics.customer (company_id, since);

-- How far a company's sales and returns are counted.
create table analytics.progress (
  company_id uuid primary key,
  events bigint not null,
  counted_to timestamptz not null
);

create table analytics.daily_sales (
  company_id uuid not null,
  date date not null,
  shop_id uuid not null,
  currency text not null,
  sales integer not null,
  returns integer not null,
  units numeric not null,
  returned_units numeric not null,
  net bigint not null,
  tax bigint not null,
  cost bigint not null,
  returned_net bigint not null,
  returned_tax bigint not null,
  returned_cost bigint not null,
  primary key (company_id, date, shop_id, currency)
);

-- Hours by the clock on the shop's wall. Credit notes carry no time of day, so nothing comes back here.
create table analytics.hourly_sales (
  like analytics.daily_sales,
  hour integer not null check (hour between 0 and 23),
  primary key (company_id, date, shop_id, hour, currency)
);

-- Sales and returns are lines here. A charge of imported history has no product; units are those of the line.
create table analytics.product_daily (
  like analytics.daily_sales,
  product_id uuid,
  kind text not null,
  unit text not null,
  unique nulls not distinct (company_id, date, product_id, shop_id, currency, kind, unit)
);

create table analytics.customer_daily (
  like analytics.daily_sales,
  customer_id uuid not null,
  primary key (company_id, date, customer_id, shop_id, currency)
);
create index customer_daily_customer_id_idx on analytics.customer_daily (company_id, customer_id, date);

-- What customers paid, less change, and what they got back.
create table analytics.tender_daily (
  company_id uuid not null,
  date date not null,
  shop_id uuid not null,
  currency text not null,
  method text not null,
  payments integer not null,
  refunds integer not null,
  paid bigint not null,
  refunded bigint not null,
  primary key (company_id, date, shop_id, currency, method)
);
