/** Reasons by code. */
import { type Context, refuse } from '#kernel'
import type { AdjustmentEffect } from './reason.entity.ts'
import { addStandardReasons, standardReasons } from './standard.ts'

export type Reason = { id: string; code: string; effect: AdjustmentEffect }

/**
 * The reasons of an adjustment's lines. A company whose listener has not yet seeded it gets the standard ones here.
 * Refuses REFERENCE_NOT_FOUND naming the line.
 */
export async function reasonsOf(context: Context, lines: readonly { reason: string }[]): Promise<Map<string, Reason>> {
  const codes = [...new Set(lines.map(({ reason }) => reason))]
  let found = await findReasons(context, codes)
  const isStandardMissing = standardReasons.some(({ code }) => codes.includes(code) && !found.has(code))
  if (isStandardMissing) {
    const [, again] = await Promise.all([addStandardReasons(context), findReasons(context, codes)])
    found = again
  }
  const details = lines.flatMap(({ reason }, index) =>
    found.has(reason)
      ? []
      : [{ field: `lines.${index}.reason`, message: `There is no adjustment reason ${reason} in use.` }],
  )
  if (details.length > 0) throw refuse('REFERENCE_NOT_FOUND', details)
  return found
}

async function findReasons({ sql, companyId }: Context, codes: readonly string[]): Promise<Map<string, Reason>> {
  const rows = await sql<Reason[]>`
    select id, code, effect from inventory.adjustment_reason
    where company_id = ${companyId} and code = any(${[...codes]}::text[]) and active`
  return new Map(rows.map((row) => [row.code, row]))
}
