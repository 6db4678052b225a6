/** The proofs of the audit log, for the doctor. */
import type { Equation } from '#kernel'

export const chainEquations: Equation[] = [
  {
    name: 'chain-is-whole',
    says: 'Every audit entry carries the seal of the one before it and a seal that fits its own content.',
    sql: `select company_id, position::text as what, at, action from (
        select e.*, lag(seal, 1, '') over chain as seal_before, lag(position, 1, 0) over chain as position_before
        from audit.entry e window chain as (partition by company_id order by position)) e
      where previous_seal <> seal_before or position <> position_before + 1
        or seal <> audit.seal_of(previous_seal, position, at, action, resource_type, resource_id, resource_version,
          actor_kind, actor_id, actor_name, before, after, request_id, event_seq)
      order by company_id, position`,
  },
  {
    name: 'chain-ends-where-it-should',
    says: 'The last audit entry is the one that the end of the chain remembers.',
    sql: `select c.company_id, c.position::text as what, c.seal, e.seal as found from audit.chain c
      left join lateral (
        select position, seal from audit.entry where company_id = c.company_id order by position desc limit 1) e on true
      where c.position > 0 and (e.seal is distinct from c.seal or e.position is distinct from c.position)`,
  },
]
