alter table sales.sale_line drop constraint sale_line_kind_check;

alter table sales.sale_line add constraint sale_line_kind_check check (kind in ('goods', 'service', 'charge', 'gift_card'));

alter table sales.credit_note_line drop constraint credit_note_line_kind_check;

alter table sales.credit_note_line add constraint credit_note_line_kind_check check (kind in ('goods', 'service', 'charge', 'gift_card'));

alter table sales.order_line drop constraint order_line_kind_check;

alter table sales.order_line add constraint order_line_kind_check check (kind in ('goods', 'service', 'charge', 'gift_card'));
