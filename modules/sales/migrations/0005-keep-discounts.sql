alter table sales.sale add column discount_amount bigint;

alter table sales.sale add column discount_currency text;

alter table sales.sale add column promotions jsonb;

alter table sales.sale add constraint sale_discount_check check ((discount_amount is null) = (discount_currency is null));

alter table sales.sale_line add column discount_amount bigint;

alter table sales.sale_line add column discount_currency text;

alter table sales.sale_line add column promotions jsonb;

alter table sales.sale_line add constraint sale_line_discount_check check ((discount_amount is null) = (discount_currency is null));

alter table sales.credit_note add column discount_amount bigint;

alter table sales.credit_note add column discount_currency text;

alter table sales.credit_note add constraint credit_note_discount_check check ((discount_amount is null) = (discount_currency is null));

alter table sales.credit_note_line add column discount_amount bigint;

alter table sales.credit_note_line add column discount_currency text;

alter table sales.credit_note_line add constraint credit_note_line_discount_check check ((discount_amount is null) = (discount_currency is null));
