alter table companies.company add column costing text not null default 'average';
alter table companies.company add constraint company_costing_check check (costing in ('average', 'first_in_first_out'));
