alter table catalog.tax_category add column hsn text;

alter table catalog.tax_category add column supply text;

alter table catalog.tax_category add column reverse_charge boolean;

alter table catalog.tax_category add constraint tax_category_hsn_check check (char_length(hsn) <= 8);

alter table catalog.tax_category add constraint tax_category_supply_check check (supply in ('taxable', 'nil', 'exempt', 'non_gst'));

alter table catalog.tax_rate add column cess numeric;

alter table catalog.product add column hsn text;

alter table catalog.product add constraint product_hsn_check check (char_length(hsn) <= 8);
