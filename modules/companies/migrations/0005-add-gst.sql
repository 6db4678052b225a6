alter table companies.company add column gstin text;

alter table companies.company add column gst_registration text;

alter table companies.company add column lut jsonb;

alter table companies.company add constraint company_gstin_check check (char_length(gstin) <= 15);

alter table companies.company add constraint company_gst_registration_check check (gst_registration in ('regular', 'composition'));
