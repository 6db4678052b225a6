alter table payments.payment add column register_session_id text;

alter table payments.payment add constraint payment_register_session_id_check check (char_length(register_session_id) <= 36);

alter table payments.refund add column register_session_id text;

alter table payments.refund add constraint refund_register_session_id_check check (char_length(register_session_id) <= 36);

-- Which register session a register's money belongs to at present. Payments lock the row shared while they take it, so
-- whoever closes the session waits for those under way and none comes after.
create table payments.drawer (
  company_id uuid not null,
  register_id uuid not null,
  session_id text,
  primary key (company_id, register_id),
  foreign key (company_id, register_id) references shops.register (company_id, id)
);

-- The money of one session is found without reading the rest; money outside of sessions leaves these indexes alone.
create index payments_of_session on payments.payment (company_id, register_session_id)
  where register_session_id is not null;
create index refunds_of_session on payments.refund (company_id, register_session_id)
  where register_session_id is not null;
