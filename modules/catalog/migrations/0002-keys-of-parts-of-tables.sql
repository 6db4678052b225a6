-- Keys and indexes over parts of tables, which definitions have no words for.

-- Two nulls are never equal to a unique key, so what stands without a parent or product needs keys of its own.
create unique index root_category_name_key on catalog.category (company_id, name) where parent_id is null;
create unique index general_unit_conversion_key on catalog.unit_conversion (company_id, unit_id, base_id)
  where product_id is null;
create unique index one_variant_per_options on catalog.product (company_id, parent_id, options)
  where parent_id is not null;
create unique index one_default_tax_category on catalog.tax_category (company_id) where is_default;

-- What stands below a category.
create index path_of_category_idx on catalog.category using gin (company_id, path);

-- The lists that may hold for a customer, and the lines that hold for all goods.
create index active_price_list_idx on catalog.price_list (company_id, customer_id, customer_group_id)
  where status = 'active';
create index all_goods_price_idx on catalog.price_list_line (company_id, list_id)
  where product_id is null and category_id is null;

-- A category has one rate a day: the guard says so kindly, this is the wall behind it.
create extension if not exists btree_gist;
alter table catalog.tax_rate add constraint no_overlapping_tax_rates
  exclude using gist (company_id with =, tax_category_id with =, daterange(valid_from, valid_to, '[]') with &&);
