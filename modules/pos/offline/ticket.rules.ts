/** What a ticket of an offline till is worth: whether it adds up, and what it would be at the server's prices. Pure. */
import type { AppliedPromotion } from '#engines/promotion'
import type { Draft, DraftLine, TaxTotal } from '#engines/sale'
import { isStored, type Settlement, settleTenders } from '#engines/tender'
import {
  compareDecimal,
  type Decimal,
  isRefusal,
  type Money,
  multiplyMoney,
  type Refusal,
  type RefusalDetail,
  type ValueOf,
} from '#kernel'
import type { GoodsOfTicket } from '#modules/catalog'
import type { CompanySettings } from '#modules/companies'
import { ticketRefusals } from '../refusals.ts'
import type { ticketFields } from './ticket.fields.ts'

export type Ticket = ValueOf<typeof ticketFields>
type TicketLine = Ticket['lines'][number]

export type TicketFacts = {
  settings: Pick<CompanySettings, 'currency' | 'taxRounding'>
  /** In the order of the lines. */
  goods: readonly (GoodsOfTicket | undefined)[]
  newId: () => string
}
export type ReadTicket = { draft: Draft; settled: Settlement }

/**
 * The ticket as a document. Its figures are those of the receipt; what it says of goods (name, kind, stock) is the
 * server's. Answers a refusal TICKET_INVALID where it does not add up, TENDER_NEEDS_SERVER, or that of the tenders.
 */
export function readTicket(ticket: Ticket, { settings, goods, newId }: TicketFacts): ReadTicket | Refusal {
  const details = faultsOf(ticket, settings.currency, goods)
  if (details.length > 0) return ticketRefusals.refuse('TICKET_INVALID', details)
  const stored = ticket.tenders.findIndex(({ method }) => isStored(method))
  if (stored >= 0) {
    const message = 'Take the sale again with the server, or take it by other means.'
    return ticketRefusals.refuse('TENDER_NEEDS_SERVER', [{ field: `tenders.${stored}.method`, message }])
  }
  const { currency, taxRounding: rounding } = settings
  const lines = ticket.lines.flatMap((line, index) => {
    const known = goods[index]
    return known ? [draftLine(line, { known, position: index + 1, newId })] : []
  })
  const taxes = ticket.taxes.map(
    (each): TaxTotal => ({
      ...{
        code: each.code ?? null,
        label: each.label ?? null,
        percent: each.percent ?? null,
        net: each.net,
        tax: each.tax,
      },
      components: (each.components ?? []).flatMap(({ code = '', label = '', tax }) =>
        tax ? [{ code, label, tax }] : [],
      ),
    }),
  )
  const { net, tax, total } = ticket
  const { discount, promotions } = discountOf(lines)
  const draft = {
    currency,
    rounding,
    lines,
    taxes,
    discount,
    promotions,
    net: net.amount,
    tax: tax.amount,
    total: total.amount,
    gst: null,
  }
  try {
    return { draft, settled: settleTenders(draft.total, currency, ticket.tenders) }
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}

/** What came off the lines, and what each promotion took. */
function discountOf(lines: readonly DraftLine[]): Pick<Draft, 'discount' | 'promotions'> {
  const sums = new Map<string, AppliedPromotion>()
  for (const each of lines.flatMap(({ promotions }) => promotions)) {
    const key = `${each.promotionId} ${each.coupon}`
    sums.set(key, { ...each, amount: each.amount + (sums.get(key)?.amount ?? 0) })
  }
  return { discount: lines.reduce((sum, { discount }) => sum + discount, 0), promotions: [...sums.values()] }
}

type Known = { known: GoodsOfTicket; position: number; newId: () => string }

function draftLine(line: TicketLine, { known: { sold, hasUnit }, position, newId }: Known): DraftLine {
  const { productId, sku, name, kind, stocked, components } = sold
  return {
    ...{ id: line.id ?? newId(), position, productId, sku, name, kind, stocked },
    ...(components ? { components } : {}),
    ...{ quantity: line.quantity, unit: line.unit, decimals: hasUnit ? sold.decimals : scaleOf(line.quantity) },
    factor: hasUnit ? sold.factorToStockUnit : (line.factor ?? '1'),
    ...{ unitPrice: line.unitPrice.amount, includesTax: line.includesTax },
    ...{ priceStep: line.priceStep ?? (line.priceReason ? 'override' : 'product'), priceList: line.priceList ?? null },
    ...{ priceReason: line.priceReason ?? null, discount: line.discount?.amount ?? 0 },
    promotions: (line.promotions ?? []).map((each) => ({ ...each, coupon: each.coupon ?? null })),
    ...{ net: line.net.amount, tax: line.tax.amount, gross: line.gross.amount, taxes: line.taxes, gst: null },
  }
}

const scaleOf = (quantity: Decimal): number => quantity.split('.')[1]?.length ?? 0

function faultsOf(ticket: Ticket, currency: string, goods: TicketFacts['goods']): RefusalDetail[] {
  const money = [ticket.net, ticket.tax, ticket.total, ...ticket.taxes.flatMap(({ net, tax }) => [net, tax])]
  const foreign = [...money, ...ticket.lines.flatMap(moneyOf)].some((each) => each.currency !== currency)
  if (foreign) return [{ field: 'total', message: `must be in ${currency} throughout` }]
  const lines = ticket.lines.flatMap((line, index) => lineFaults(line, index, goods[index]))
  const sum = (of: (line: TicketLine) => Money) => ticket.lines.reduce((total, line) => total + of(line).amount, 0)
  const sums = [
    ['net', sum(({ net }) => net), ticket.net.amount],
    ['tax', sum(({ tax }) => tax), ticket.tax.amount],
    ['total', ticket.net.amount + ticket.tax.amount, ticket.total.amount],
    ['taxes', ticket.taxes.reduce((total, { tax }) => total + tax.amount, 0), ticket.tax.amount],
  ] as const
  return [
    ...lines,
    ...sums.flatMap(([field, comesTo, says]) =>
      comesTo === says ? [] : [{ field, message: `comes to ${comesTo}, but the ticket says ${says}` }],
    ),
  ]
}

const moneyOf = ({ unitPrice, net, tax, gross, discount }: TicketLine): Money[] =>
  [unitPrice, net, tax, gross, discount].filter((each) => each !== undefined)

function lineFaults(line: TicketLine, index: number, known: GoodsOfTicket | undefined): RefusalDetail[] {
  const field = `lines.${index}`
  const { net, tax, gross, taxes, unitPrice, quantity, includesTax } = line
  if (!known) return [{ field: `${field}.productId`, message: 'does not exist' }]
  if (compareDecimal(quantity, '0') <= 0) return [{ field: `${field}.quantity`, message: 'must be more than 0' }]
  if (net.amount + tax.amount !== gross.amount) return [{ field, message: 'net and tax are not gross' }]
  const off = line.discount?.amount ?? 0
  const shares = (line.promotions ?? []).reduce((sum, { amount }) => sum + amount, 0)
  if (shares !== off)
    return [{ field: `${field}.promotions`, message: `come to ${shares}, but the discount is ${off}` }]
  const amount = multiplyMoney(unitPrice, quantity).amount - off
  if (amount < 0 || amount !== (includesTax ? gross : net).amount)
    return [{ field, message: `unit price times quantity, less the discount, is ${amount}` }]
  const taxed = taxes.reduce((sum, each) => sum + each.amount, 0)
  return taxed === tax.amount ? [] : [{ field: `${field}.taxes`, message: `come to ${taxed}` }]
}

/** Whether the server would have asked for the same; `variance` is what it would have asked more, in minor units. */
export function compareDrafts(sold: Draft, server: Draft): { isSame: boolean; variance: number } {
  const isSame = sold.lines.every((line, index) => {
    const other = server.lines[index]
    const names = ['unitPrice', 'includesTax', 'discount', 'net', 'tax', 'gross'] as const
    return other !== undefined && names.every((name) => line[name] === other[name]) && headsOf(line) === headsOf(other)
  })
  return { isSame: isSame && sold.total === server.total, variance: server.total - sold.total }
}

/** The components of a line's tax, as CGST and SGST, in words that compare. */
const headsOf = ({ taxes }: DraftLine): string =>
  taxes.flatMap(({ components = [] }) => components.map(({ code, amount }) => `${code} ${amount}`)).join()
