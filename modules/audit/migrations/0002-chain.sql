-- Where each company's chain ends: an entry cut off at the end would otherwise go unnoticed.
create table audit.chain (
  company_id uuid primary key,
  position bigint not null default 0,
  seal text not null default ''
);

-- The seal of an entry: a hash over its content and the seal before it. Used to write and to prove.
create function audit.seal_of(previous text, place bigint, at timestamptz, action text, resource_type text, resource_id text,
  resource_version int, actor_kind text, actor_id text, actor_name text, before jsonb, after jsonb, request_id text,
  event_seq bigint) returns text language sql immutable parallel safe
  return encode(sha256(convert_to(concat_ws('|', previous, place, extract(epoch from at)::numeric(20, 6), action, resource_type,
    resource_id, resource_version, actor_kind, actor_id, actor_name, coalesce(before::text, ''), coalesce(after::text, ''),
    request_id, event_seq), 'UTF8')), 'hex');
