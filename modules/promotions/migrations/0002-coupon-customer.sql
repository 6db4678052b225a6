-- How often each customer has used a coupon that is limited for each: a counter, because a limit is a conditional update.
create table promotions.coupon_customer (
  company_id uuid not null,
  coupon_id uuid not null,
  customer_id uuid not null,
  uses integer not null check (uses >= 0),
  primary key (company_id, coupon_id, customer_id),
  foreign key (company_id, coupon_id) references promotions.coupon (company_id, id),
  foreign key (company_id, customer_id) references crm.customer (company_id, id)
);
