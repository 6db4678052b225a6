alter table shops.shop add column receipt jsonb;
