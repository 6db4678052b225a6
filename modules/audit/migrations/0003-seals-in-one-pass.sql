-- What a seal is over, beside the seal before it.
create function audit.content_of(place bigint, at timestamptz, action text, resource_type text, resource_id text,
  resource_version int, actor_kind text, actor_id text, actor_name text, before jsonb, after jsonb, request_id text,
  event_seq bigint) returns text language sql immutable parallel safe
  return concat_ws('|', place, extract(epoch from at)::numeric(20, 6), action, resource_type, resource_id, resource_version,
    actor_kind, actor_id, actor_name, coalesce(before::text, ''), coalesce(after::text, ''), request_id, event_seq);

-- The next seal of a chain that begins behind `first`: as audit.seal_of has it.
create function audit.next_seal(previous text, first text, content text) returns text language sql immutable parallel safe
  return encode(sha256(convert_to(coalesce(previous, first) || '|' || content, 'UTF8')), 'hex');

-- As a window function it seals entry after entry in one pass, where a recursion looks at all entries for each.
create aggregate audit.chained_seal(first text, content text) (sfunc = audit.next_seal, stype = text);
