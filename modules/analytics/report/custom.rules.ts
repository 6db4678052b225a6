/** What a custom report may ask for: closed lists of measures and dimensions, and which of them go together. */
import { type Decimal, type Money, type RefusalDetail, refuse } from '#kernel'
import { type AnsweredFigures, answerOf, type Figures, type Shown } from '../figures/figures.rules.ts'
import { type Dimension, type Keys, ownDimensions } from '../figures/read.ts'

export const measures = [
  ...['sales', 'returns', 'units', 'net', 'tax', 'gross', 'returned'],
  ...['averageTicket', 'cost', 'margin', 'marginPercent'],
] as const satisfies readonly (keyof AnsweredFigures)[]
export type Measure = (typeof measures)[number]

const ofCost: readonly string[] = ['cost', 'margin', 'marginPercent']

export type Wanted = {
  measures: readonly Measure[]
  dimensions: readonly Dimension[]
  sort?: string | undefined
  productIds?: readonly string[] | undefined
  customerIds?: readonly string[] | undefined
}

/**
 * Refuses VALIDATION_FAILED for repeated words and for sides of the sales that are summed apart: hour, product and
 * customer (by dimension or by filter) are looked at one at a time. FORBIDDEN for costs without the right to see them.
 */
export function checkWanted(wanted: Wanted, { costs }: Pick<Shown, 'costs'>): void {
  const { measures, dimensions, sort } = wanted
  const hidden = costs ? [] : [...measures, sort].filter((each) => each !== undefined && ofCost.includes(each))
  if (hidden.length > 0) {
    throw refuse('FORBIDDEN', [
      { field: sort && hidden.includes(sort) ? 'sort' : 'measures', message: 'Leave costs out.' },
    ])
  }
  const details: RefusalDetail[] = []
  for (const [field, words] of Object.entries({ measures, dimensions })) {
    if (new Set(words).size < words.length) details.push({ field, message: 'Name each once.' })
  }
  const sides = sidesOf(wanted)
  if (sides.size > 1) {
    const message = `Sales are summed apart by ${[...sides].join(' and ')}. Ask for one of them.`
    details.push({ field: 'dimensions', message })
  }
  if (sides.has('product') && measures.includes('averageTicket')) {
    details.push({ field: 'measures', message: 'averageTicket is of whole sales; leave it out of reports by product.' })
  }
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
}

function sidesOf({ dimensions, productIds, customerIds }: Wanted): Set<string> {
  const sides = new Set<string>(dimensions.filter((each) => ownDimensions.some((own) => own === each)))
  if (productIds) sides.add('product')
  if (customerIds) sides.add('customer')
  return sides
}

/** A row of the report: its keys and the measures that were asked for. */
export function reportRow(row: Keys & Figures, { measures, dimensions }: Wanted, shown: Shown) {
  const figures = answerOf(row, shown)
  const keys = dimensions.map((each): [string, unknown] => {
    const name = each === 'shop' || each === 'product' || each === 'customer' ? (`${each}Id` as const) : each
    return [name, row[name] ?? null]
  })
  const values = measures.map((each): [string, number | Decimal | Money | null | undefined] => [each, figures[each]])
  return Object.fromEntries([...keys, ...values])
}
