-- One default address of each kind, whoever writes at the same time.
create unique index default_address_of_customer on crm.customer_address (company_id, customer_id, kind) where is_default;
