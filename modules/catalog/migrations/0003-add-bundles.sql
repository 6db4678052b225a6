create table catalog.bundle_component (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  bundle_id uuid not null,
  component_id uuid not null,
  quantity numeric not null,
  constraint bundle_component_pkey primary key (company_id, id),
  constraint bundle_component_bundle_id_component_id_key unique (company_id, bundle_id, component_id),
  constraint bundle_component_of_others_check check (bundle_id <> component_id)
);

alter table catalog.bundle_component add constraint bundle_component_bundle_id_fkey foreign key (company_id, bundle_id) references catalog.product (company_id, id);

alter table catalog.bundle_component add constraint bundle_component_component_id_fkey foreign key (company_id, component_id) references catalog.product (company_id, id);

create index bundle_component_component_id_idx on catalog.bundle_component (company_id, component_id);
