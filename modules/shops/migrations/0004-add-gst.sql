alter table shops.shop add column gstin text;

alter table shops.shop add column lut jsonb;

alter table shops.shop add constraint shop_gstin_check check (char_length(gstin) <= 15);
