alter table payments.tender drop constraint tender_method_check;

alter table payments.tender add constraint tender_method_check check (method in ('cash', 'card', 'other', 'deposit', 'gift_card', 'store_credit', 'points'));

alter table payments.refund drop constraint refund_method_check;

alter table payments.refund add constraint refund_method_check check (method in ('cash', 'card', 'other', 'deposit', 'gift_card', 'store_credit', 'points'));
