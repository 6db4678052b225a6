/** The record of what an order went through. */
import type { Context } from '#kernel'
import { eventOf, type Step } from './order.rules.ts'

/** `from`: the order's version before the first of the steps; each step makes a version. */
export type StepsToWrite = { orderId: string; steps: readonly Step[]; from: number; reason: string | null }

/** One row for each step: who took it, when and why. */
export async function insertSteps(context: Context, { orderId, steps, from, reason }: StepsToWrite): Promise<void> {
  if (steps.length === 0) return
  const { sql, companyId, now, newId, actor } = context
  const rows = steps.map((step, index) => ({ id: newId(), step: from + index + 1, event: eventOf(step), ...step }))
  await sql`
    insert into sales.order_change (company_id, id, created_at, updated_at, sales_order_id, step, machine, "from", "to",
      event, reason, actor_id, actor_name, at)
    select ${companyId}, s.id, ${now}, ${now}, ${orderId}, s.step, s.machine, s."from", s."to", s.event, ${reason},
      ${actor.id}, ${actor.name}, ${now}
    from jsonb_to_recordset(${sql.json(rows)}) as s(id uuid, step int, machine text, "from" text, "to" text,
      event text)`
}
