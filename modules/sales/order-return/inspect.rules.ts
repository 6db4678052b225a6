/** What inspection makes of goods that came back. Pure. */
import { addDecimal, compareDecimal, type Decimal, type RefusalDetail, refuse, subtractDecimal } from '#kernel'
import { salesRefusals } from '../refusals.ts'

/** A line of the return; `decimals` of its unit. */
export type ReturnLine = { orderLineId: string; quantity: Decimal }
export type Finding = { orderLineId: string; restocked?: Decimal | undefined; scrapped?: Decimal | undefined }
export type Found = { orderLineId: string; quantity: Decimal; restocked: Decimal; scrapped: Decimal }

/**
 * What is accepted of each line: as found, or all of it back for sale where nothing is said. Refuses
 * REFERENCE_NOT_FOUND for a line that is not in the return, VALIDATION_FAILED for one named twice, and EXCEEDS_OPEN
 * for more than came back; all naming `lines.<i>`.
 */
export function foundOf(lines: readonly ReturnLine[], findings: readonly Finding[] | undefined): Found[] {
  if (!findings) return lines.map((line) => ({ ...line, restocked: line.quantity, scrapped: '0' }))
  const byLine = new Map(lines.map((line) => [line.orderLineId, line]))
  const named = new Set<string>()
  const wrong: RefusalDetail[] = []
  const exceeding: RefusalDetail[] = []
  for (const [index, { orderLineId, restocked = '0', scrapped = '0' }] of findings.entries()) {
    const line = byLine.get(orderLineId)
    const field = `lines.${index}`
    if (!line)
      throw refuse('REFERENCE_NOT_FOUND', [{ field: `${field}.orderLineId`, message: 'is not in this return' }])
    if (named.has(orderLineId)) wrong.push({ field: `${field}.orderLineId`, message: 'is named twice' })
    named.add(orderLineId)
    for (const [part, quantity] of Object.entries({ restocked, scrapped })) {
      if (quantity.startsWith('-')) wrong.push({ field: `${field}.${part}`, message: 'must not be below 0' })
    }
    if (compareDecimal(addDecimal(restocked, scrapped), line.quantity) > 0) {
      exceeding.push({ field, message: `Only ${line.quantity} came back.`, most: line.quantity })
    }
  }
  if (wrong.length > 0) throw refuse('VALIDATION_FAILED', wrong)
  if (exceeding.length > 0) throw salesRefusals.refuse('EXCEEDS_OPEN', exceeding)
  const found = new Map(findings.map((finding) => [finding.orderLineId, finding]))
  return lines.map(({ orderLineId, quantity }) => {
    const { restocked = '0', scrapped = '0' } = found.get(orderLineId) ?? {}
    return { orderLineId, quantity, restocked, scrapped }
  })
}

/** A line of an invoice, and how much of it can still come back. */
export type Invoiced = { saleLineId: string; saleId: string; orderLineId: string; returnable: Decimal }
export type Part = { saleLineId: string; saleId: string; restocked: Decimal; scrapped: Decimal }

/** Takes what came back from the invoices of its line, the oldest first. Throws where they do not have as much. */
export function partsOf(found: readonly Found[], invoiced: readonly Invoiced[]): Part[] {
  return found.flatMap(({ orderLineId, ...accepted }) => {
    let { restocked, scrapped } = accepted
    const parts: Part[] = []
    for (const { saleLineId, saleId, returnable } of invoiced.filter((each) => each.orderLineId === orderLineId)) {
      const back = least(restocked, returnable)
      const lost = least(scrapped, subtractDecimal(returnable, back))
      if (isNone(back) && isNone(lost)) continue
      parts.push({ saleLineId, saleId, restocked: back, scrapped: lost })
      restocked = subtractDecimal(restocked, back)
      scrapped = subtractDecimal(scrapped, lost)
    }
    if (!isNone(restocked) || !isNone(scrapped)) throw new Error(`more of ${orderLineId} came back than was invoiced`)
    return parts
  })
}

const least = (a: Decimal, b: Decimal): Decimal => (compareDecimal(a, b) < 0 ? a : b)
const isNone = (quantity: Decimal): boolean => compareDecimal(quantity, '0') === 0
