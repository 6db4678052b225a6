-- One short name in the whole installation; keys of entities reach only as far as the company.
create unique index short_name_of_company on companies.company (slug);

-- Read models: what the company's figures are answered from. Rebuilt from the log at any time.
create table companies.record_count (
  company_id uuid not null,
  what text not null,
  count bigint not null,
  primary key (company_id, what)
);
create table companies.daily_revenue (
  company_id uuid not null,
  date date not null,
  currency text not null,
  sales integer not null,
  returns integer not null,
  net bigint not null,
  tax bigint not null,
  total bigint not null,
  primary key (company_id, date, currency)
);
