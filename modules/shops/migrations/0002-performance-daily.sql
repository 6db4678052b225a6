-- A read model: what each shop sold on each trading day. Rebuilt from the log at any time.
create table shops.performance_daily (
  company_id uuid not null,
  shop_id uuid not null,
  date date not null,
  currency text not null,
  sales integer not null,
  returns integer not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  primary key (company_id, shop_id, date, currency)
);
