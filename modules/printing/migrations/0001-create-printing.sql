create schema printing;

create table printing.printer (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  name text not null,
  shop_id uuid not null,
  register_id uuid,
  kind text not null default 'network',
  host text,
  port integer not null default 9100,
  width text not null default '80',
  columns text,
  code_pages text not null default 'epson',
  drawer boolean not null default false,
  copies integer not null default 1,
  search_text text generated always as (lower(coalesce(name, ''))) stored,
  constraint printer_pkey primary key (company_id, id),
  constraint printer_name_check check (char_length(name) <= 80),
  constraint printer_kind_check check (kind in ('network', 'browser')),
  constraint printer_host_check check (char_length(host) <= 253),
  constraint printer_width_check check (width in ('58', '80')),
  constraint printer_columns_check check (columns in ('32', '42', '48')),
  constraint printer_code_pages_check check (code_pages in ('epson', 'epson/legacy', 'bixolon', 'bixolon/legacy', 'citizen', 'fujitsu', 'hp', 'metapace', 'mpt', 'pos-5890', 'pos-8360', 'star', 'sunmi', 'xprinter', 'youku')),
  constraint printer_network_host_check check (kind <> 'network' or host is not null)
);

create table printing.print_job (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  printer_id uuid not null,
  shop_id uuid not null,
  what text not null,
  source_id text,
  number text,
  status text not null default 'queued',
  copies integer not null,
  is_copy boolean not null,
  opens_drawer boolean not null,
  language text,
  attempts integer not null,
  error text,
  next_attempt_at timestamptz not null,
  printed_at timestamptz,
  search_text text generated always as (lower(coalesce(number, ''))) stored,
  constraint print_job_pkey primary key (company_id, id),
  constraint print_job_what_check check (what in ('sale', 'credit_note', 'register_session', 'drawer')),
  constraint print_job_source_id_check check (char_length(source_id) <= 36),
  constraint print_job_number_check check (char_length(number) <= 80),
  constraint print_job_status_check check (status in ('queued', 'printing', 'printed', 'failed', 'cancelled')),
  constraint print_job_language_check check (language in ('en', 'hi', 'ar', 'tr')),
  constraint print_job_error_check check (char_length(error) <= 200)
);

alter table printing.printer add constraint printer_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

alter table printing.printer add constraint printer_register_id_fkey foreign key (company_id, register_id) references shops.register (company_id, id);

alter table printing.print_job add constraint print_job_printer_id_fkey foreign key (company_id, printer_id) references printing.printer (company_id, id);

alter table printing.print_job add constraint print_job_shop_id_fkey foreign key (company_id, shop_id) references shops.shop (company_id, id);

create index printer_shop_id_idx on printing.printer (company_id, shop_id);

create index printer_register_id_idx on printing.printer (company_id, register_id);

create index printer_search_text_trigram_idx on printing.printer using gin (company_id, search_text gin_trgm_ops);

create index printer_search_text_words_idx on printing.printer using gin (to_tsvector('simple', search_text));

create index print_job_printer_id_status_idx on printing.print_job (company_id, printer_id, status);

create index print_job_shop_id_idx on printing.print_job (company_id, shop_id);

create index print_job_search_text_trigram_idx on printing.print_job using gin (company_id, search_text gin_trgm_ops);

create index print_job_search_text_words_idx on printing.print_job using gin (to_tsvector('simple', search_text));

-- What the spooler reads every second, across companies: jobs that are neither printed nor given up. `due_at` of one that
-- is being sent is the end of its lease.
create table printing.waiting (
  company_id uuid not null,
  print_job_id uuid not null,
  printer_id uuid not null,
  due_at timestamptz not null,
  is_sent boolean not null default false,
  primary key (company_id, print_job_id),
  foreign key (company_id, print_job_id) references printing.print_job (company_id, id) on delete cascade
);

create index waiting_due_at_idx on printing.waiting (due_at);
