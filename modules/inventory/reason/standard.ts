/** The reasons that every company begins with. */
import type { Context } from '#kernel'
import type { AdjustmentEffect } from './reason.entity.ts'

type Standard = { code: string; name: string; effect: AdjustmentEffect }

export const standardReasons: readonly Standard[] = [
  { code: 'damaged', name: 'Damaged', effect: 'shrinkage' },
  { code: 'stolen', name: 'Stolen', effect: 'shrinkage' },
  { code: 'expired', name: 'Expired', effect: 'shrinkage' },
  { code: 'found', name: 'Found', effect: 'gain' },
  { code: 'opening', name: 'Opening stock', effect: 'opening' },
  { code: 'correction', name: 'Counting correction', effect: 'correction' },
  { code: 'count', name: 'Counted', effect: 'correction' },
  { code: 'sample', name: 'Used as a sample', effect: 'use' },
]

type Made = { id: string; version: number; code: string; name: string; effect: string; active: boolean }

/** Gives a company the standard reasons that it lacks, each with its event. Repeating it changes nothing. */
export async function addStandardReasons({ sql, companyId, newId, now, emit }: Context): Promise<void> {
  const rows = standardReasons.map((reason) => ({ id: newId(), ...reason }))
  const made = await sql<Made[]>`
    insert into inventory.adjustment_reason (company_id, id, code, name, effect, active, created_at, updated_at)
    select ${companyId}, id, code, name, effect, true, ${now}, ${now}
    from jsonb_to_recordset(${sql.json(rows)}) as r(id uuid, code text, name text, effect text)
    order by code
    on conflict (company_id, code) do nothing
    returning id, version, code, name, effect, active`
  for (const after of made) {
    const { id, version } = after
    emit('adjustment_reason.created', { entity: 'inventory.adjustmentReason', id, version, data: { after } })
  }
}
