/** Credits what came back of an order: a credit note for each invoice that it came from. */
import { addDecimal, type Context, compareDecimal, type Decimal } from '#kernel'
import { recordRefund } from '#modules/payments'
import { type Claimed, claimReturn } from '../credit-note/claim.ts'
import { type CreditLine, postCreditNote } from '../credit-note/post-credit-note.ts'
import { type Posted, shareOf, taxesOf } from '../credit-note/return.rules.ts'
import { taxTotalsOf } from '../credit-note/tax-totals.ts'
import type { Order } from '../order/order.record.ts'
import type { OrderDay } from '../order/order-day.ts'
import type { Part } from './inspect.rules.ts'

export type Crediting = { order: Order; day: OrderDay; parts: readonly Part[]; reason: string }
type SoldLine = Omit<CreditLine, 'position' | 'saleLineId' | 'restocked' | 'reason'> & Posted

/**
 * Posts the credit notes; answers what they come to, in minor units. The money goes back to the order's deposit, out of
 * which it is paid back or kept. Refuses as `claimReturn` and `putBackStock` do. Emits `sale.returned` for each.
 */
export async function creditParts(context: Context, { order, day, parts, reason }: Crediting): Promise<number> {
  const claims = parts.map(({ saleLineId, restocked, scrapped }) => {
    return { saleLineId, quantity: addDecimal(restocked, scrapped) }
  })
  const [sold, claimed] = await Promise.all([soldLines(context, parts), claimReturn(context, claims)])
  let total = 0
  for (const saleId of new Set(parts.map((part) => part.saleId))) {
    const lines: CreditLine[] = []
    for (const part of parts.filter((each) => each.saleId === saleId)) {
      lines.push(...creditLines(context, { part, of: sold.get(part.saleLineId), claimed, reason, at: lines.length }))
    }
    total += await postNote(context, { order, day, saleId, lines, reason })
  }
  return total
}

type Note = { order: Order; day: OrderDay; saleId: string; lines: CreditLine[]; reason: string }

async function postNote(context: Context, { order, day, saleId, lines, reason }: Note): Promise<number> {
  const id = context.newId()
  const { currency, shopId, customerId } = order
  const { creditNote } = await postCreditNote(context, {
    ...{ id, saleId, currency, shopId, registerId: null, customerId, businessDate: day.date },
    ...{ returnedAt: context.now, lines, taxes: taxTotalsOf(lines, currency), note: reason },
    series: day.seriesOf('order_credit'),
    payBack: (amount) =>
      recordRefund(context, {
        paidFor: { entity: 'sales.sale', id: saleId },
        source: { entity: 'sales.creditNote', id },
        ...{ currency, amount },
      }),
  })
  return creditNote.total
}

type Credited = {
  part: Part
  of: SoldLine | undefined
  claimed: ReadonlyMap<string, Claimed>
  reason: string
  at: number
}

/** One line for what goes back for sale and one for what is lost, each with its share of the sold line. */
function creditLines(context: Context, { part, of, claimed, reason, at }: Credited): CreditLine[] {
  const before = claimed.get(part.saleLineId)?.before
  if (!of || before === undefined) throw new Error('a line was claimed that was not loaded')
  const between = addDecimal(before, part.restocked)
  const lineOf = (from: Decimal, quantity: Decimal, restocked: boolean): CreditLine[] => {
    if (compareDecimal(quantity, '0') === 0) return []
    const share = shareOf(of, from, addDecimal(from, quantity))
    return [
      {
        ...of,
        ...{
          id: context.newId(),
          position: 0,
          saleLineId: part.saleLineId,
          quantity,
          ...share,
          taxes: taxesOf(of, share),
        },
        ...{ restocked: of.stocked && restocked, reason },
      },
    ]
  }
  const lines = [...lineOf(before, part.restocked, true), ...lineOf(between, part.scrapped, false)]
  return lines.map((line, index) => ({ ...line, position: at + index + 1 }))
}

async function soldLines({ sql, companyId }: Context, parts: readonly Part[]): Promise<Map<string, SoldLine>> {
  const rows = await sql<SoldLine[]>`
    select id, product_id as "productId", sku, name, kind, quantity, unit, factor, stocked, components,
      coalesce(discount_amount, 0) as discount, net_amount as net, tax_amount as tax, gross_amount as gross, taxes
    from sales.sale_line
    where company_id = ${companyId} and id = any(${parts.map(({ saleLineId }) => saleLineId)}::uuid[])`
  return new Map(rows.map((row) => [row.id, { ...row }]))
}
