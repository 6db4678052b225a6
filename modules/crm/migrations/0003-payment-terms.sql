alter table crm.customer add column payment_term_id uuid;

alter table crm.customer add constraint customer_payment_term_id_fkey foreign key (company_id, payment_term_id) references companies.payment_term (company_id, id);

create index customer_payment_term_id_idx on crm.customer (company_id, payment_term_id);
