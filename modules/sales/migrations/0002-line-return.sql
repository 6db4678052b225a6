-- How much of each sold line has come back. The line itself is posted and never changes; this row is the gate that two
-- returns of the same goods pass one after the other, and the check is what stops the one too many.
create table sales.line_return (
  company_id uuid not null,
  sale_line_id uuid not null,
  sold numeric not null,
  returned numeric not null,
  primary key (company_id, sale_line_id),
  foreign key (company_id, sale_line_id) references sales.sale_line (company_id, id),
  constraint line_return_check check (returned > 0 and returned <= sold)
);

-- Documents of imported history by their original number: what was brought in once is not brought in again.
create table sales.imported_document (
  company_id uuid not null,
  number text not null,
  primary key (company_id, number)
);
