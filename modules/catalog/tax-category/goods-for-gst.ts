import type { Sql } from '#kernel'

/**
 * A statement part: what goods `g` of the tax category `t` are for GST. Null where nothing is said, so that companies
 * without it carry nothing.
 */
export const goodsForGst = (sql: Sql) => sql`
  case when coalesce(g.hsn, t.hsn, t.supply) is not null or t.reverse_charge then jsonb_build_object(
    'hsn', coalesce(g.hsn, t.hsn), 'supply', coalesce(t.supply, 'taxable'),
    'reverseCharge', coalesce(t.reverse_charge, false)) end`
