alter table sales.sale_line add column components jsonb;
