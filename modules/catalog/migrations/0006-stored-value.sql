alter table catalog.product drop constraint product_kind_check;

alter table catalog.product add constraint product_kind_check check (kind in ('goods', 'service', 'charge', 'gift_card'));
