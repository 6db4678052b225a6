/**
 * What the ledger posts for an event. Pure: event in, balanced lines by role out. An event whose figures do not add up
 * throws, so that it is parked with the reason instead of being posted with a difference.
 */
import type { LoggedEvent } from '#kernel'
import type { Role } from '../account/chart.ts'
import type { EntryKind } from '../entry/journal-entry.entity.ts'
import type {
  AdjustmentData,
  CashMoveData,
  DepositBackData,
  DepositData,
  DocumentFacts,
  PostedLine,
  ReturnData,
  SaleData,
  SessionData,
  StoredValueData,
  TenderAmount,
} from './posting.events.ts'

/** `debit` and `credit` in minor units, one of them 0. */
export type PostingLine = { role: Role; debit: number; credit: number; currency: string }
export type Posting = {
  kind: EntryKind
  /** The trading date of the document. */
  date: string
  memo: string
  source: string
  sourceId: string
  shopId: string | null
  customerId: string | null
  lines: PostingLine[]
}

export const postedTypes = [
  'sale.completed',
  'sale.returned',
  'inventory.adjusted',
  'register_session.closed',
  'cash_move.created',
  'order_payment.received',
  'order_payment.refunded',
  'stored_value.adjusted',
] as const
type Posted = Pick<LoggedEvent, 'type' | 'entity' | 'subjectId' | 'data'>

/**
 * The posting of an event of `postedTypes`. Costs are in the company's currency. Throws an Error saying what is wrong.
 */
export function postingOf({ type, entity, subjectId, data }: Posted, companyCurrency: string): Posting {
  const document = { source: entity, sourceId: subjectId }
  switch (type) {
    case 'sale.completed':
      return { ...document, ...postingOfSale(data as SaleData, companyCurrency) }
    case 'sale.returned':
      return { ...document, ...postingOfReturn(data as ReturnData, companyCurrency) }
    case 'inventory.adjusted':
      return { ...document, ...postingOfAdjustment(data as AdjustmentData) }
    case 'register_session.closed':
      return { ...document, ...postingOfSession(data as SessionData) }
    case 'cash_move.created':
      return { ...document, ...postingOfCashMove(data as CashMoveData) }
    case 'order_payment.received':
      return { ...document, ...postingOfDeposit(data as DepositData) }
    case 'order_payment.refunded':
      return { ...document, ...postingOfDepositBack(data as DepositBackData) }
    case 'stored_value.adjusted':
      return { ...document, ...postingOfStoredValue(data as StoredValueData) }
    default:
      throw new Error(`nothing is posted for ${type}`)
  }
}

type Body = Omit<Posting, 'source' | 'sourceId'>
/** An amount for an account, debit above zero, credit below. */
type Amount = { role: Role; amount: number; currency: string }

/** Gift cards and store credit were paid for before: spending them settles what is owed. Points reduce revenue. */
const tenderRoles = {
  ...{ cash: 'cash', card: 'card', other: 'other_tender', deposit: 'customer_deposits' },
  ...{ gift_card: 'gift_card_liability', store_credit: 'store_credit_liability', points: 'points_revenue' },
} as const satisfies Record<TenderAmount['method'], Role>

function postingOfSale({ sale, lines, tenders, change }: SaleData, companyCurrency: string): Body {
  const what = `sale ${sale.number}`
  mustAddUp(what, sale, lines)
  const paid = sumOf(what, tenders, ({ amount }) => amount) - change
  if (paid !== sale.total) throw new Error(`${what} comes to ${sale.total}, but ${paid} was paid`)
  const inSale = amountsIn(sale.currency)
  const inBooks = amountsIn(companyCurrency)
  return {
    ...{ kind: 'sale', date: sale.businessDate, memo: `Sale ${sale.number}` },
    ...{ shopId: sale.shopId, customerId: sale.customerId },
    lines: balanced(what, [
      ...tenders.map(({ method, amount }) => inSale(tenderRole(what, method), amount)),
      inSale('cash', -change),
      ...lines.map(({ kind, net }) => inSale(revenueRole(kind), -net)),
      ...lines.flatMap((line) => taxAmounts(line).map(({ role, amount }) => inSale(role, -amount))),
      ...lines.flatMap(({ cost }) => [inBooks('cost_of_goods', cost), inBooks('stock', -cost)]),
    ]),
  }
}

/** The sale turned round. What was scrapped stays out of stock: its cost goes from goods sold to losses. */
function postingOfReturn({ creditNote, lines, refunds }: ReturnData, companyCurrency: string): Body {
  const what = `return ${creditNote.number}`
  mustAddUp(what, creditNote, lines)
  const refunded = sumOf(what, refunds, ({ amount }) => amount)
  if (refunded !== creditNote.total) {
    throw new Error(`${what} comes to ${creditNote.total}, but ${refunded} was paid back`)
  }
  const inReturn = amountsIn(creditNote.currency)
  const inBooks = amountsIn(companyCurrency)
  return {
    ...{ kind: 'return', date: creditNote.businessDate, memo: `Return ${creditNote.number}` },
    ...{ shopId: creditNote.shopId, customerId: creditNote.customerId },
    lines: balanced(what, [
      ...refunds.map(({ method, amount }) => inReturn(tenderRole(what, method), -amount)),
      ...lines.map(({ kind, net }) => inReturn(revenueRole(kind), net)),
      ...lines.flatMap((line) => taxAmounts(line).map(({ role, amount }) => inReturn(role, amount))),
      ...lines.flatMap(({ cost, scrapCost }) => [
        inBooks('stock', cost),
        inBooks('stock_loss', scrapCost),
        inBooks('cost_of_goods', -cost - scrapCost),
      ]),
    ]),
  }
}

/** Money of an order is owed to the customer until something is invoiced against it (a sale paid by deposit). */
function postingOfDeposit({ payment, tenders, change }: DepositData): Body {
  const what = `payment of order ${payment.orderNumber}`
  const paid = sumOf(what, tenders, ({ amount }) => amount) - change
  if (paid !== payment.amount) throw new Error(`${what} is ${payment.amount}, but ${paid} was handed over`)
  const inPayment = amountsIn(payment.currency)
  return {
    ...{ kind: 'payment', date: payment.businessDate, memo: `Payment of order ${payment.orderNumber}` },
    ...{ shopId: payment.shopId, customerId: payment.customerId },
    lines: balanced(what, [
      ...tenders.map(({ method, amount }) => inPayment(tenderRole(what, method), amount)),
      inPayment('cash', -change),
      inPayment('customer_deposits', -payment.amount),
    ]),
  }
}

function postingOfDepositBack({ payment, refunds }: DepositBackData): Body {
  const what = `refund of order ${payment.orderNumber}`
  const inPayment = amountsIn(payment.currency)
  return {
    ...{ kind: 'payment', date: payment.businessDate, memo: `Refund of order ${payment.orderNumber}` },
    ...{ shopId: payment.shopId, customerId: payment.customerId },
    lines: balanced(what, [
      ...refunds.map(({ method, amount }) => inPayment(tenderRole(what, method), -amount)),
      inPayment('customer_deposits', payment.amount),
    ]),
  }
}

function postingOfAdjustment({ adjustmentId, businessDate, shopId, currency, lines }: AdjustmentData): Body {
  const what = `adjustment ${adjustmentId}`
  const inBooks = amountsIn(currency)
  return {
    ...{ kind: 'adjustment', date: businessDate, memo: 'Stock adjustment', shopId, customerId: null },
    lines: balanced(
      what,
      lines.flatMap((line) => [inBooks('stock', line.value), inBooks(counterRole(what, line), -line.value)]),
    ),
  }
}

/** What was counted too much or too little, so that the cash account is what is there. */
function postingOfSession({ after, currency, variance }: SessionData): Body {
  const what = `register session ${after.id}`
  const inBooks = amountsIn(currency)
  return {
    ...{ kind: 'till', date: after.businessDate, memo: `Register closed by ${after.closedByName}` },
    ...{ shopId: after.shopId, customerId: null },
    lines: balanced(what, [inBooks('cash', variance), inBooks('over_short', -variance)]),
  }
}

/** Where the cash came from or went to is for the accountant to say; until then it stands on an account of its own. */
function postingOfCashMove({ after, businessDate }: CashMoveData): Body {
  const { kind, reason, amount, shopId } = after
  const inBooks = amountsIn(amount.currency)
  const cash = kind === 'paid_in' ? amount.amount : -amount.amount
  return {
    ...{
      kind: 'till',
      date: businessDate,
      memo: `${kind === 'paid_in' ? 'Paid in' : 'Paid out'}: ${reason}`.slice(0, 300),
    },
    ...{ shopId, customerId: null },
    lines: balanced(`cash move ${after.id}`, [inBooks('cash', cash), inBooks('till_clearing', -cash)]),
  }
}

/** What was promised or ended without a sale. Points are worth what is expected to be spent of them. */
function postingOfStoredValue(data: StoredValueData): Body {
  const { account, effect, value, currency, businessDate, shopId, customerId, memo } = data
  const inBooks = amountsIn(currency)
  const owed = { gift_card: 'gift_card_liability', store_credit: 'store_credit_liability', points: 'points_liability' }
  const against = { grant: 'goodwill', expiry: 'breakage', points: 'points_revenue' }
  const [role, counter] = [owed[account], against[effect]] as [Role | undefined, Role | undefined]
  if (!role || !counter) throw new Error(`there is no account for ${account} or ${effect}`)
  return {
    ...{ kind: 'stored_value', date: businessDate, memo: memo.slice(0, 300), shopId, customerId },
    lines: balanced(memo, [inBooks(role, -value), inBooks(counter, value)]),
  }
}

/** The sale of a gift card is no revenue: what it holds is owed until it is spent. */
const revenueRole = (kind: PostedLine['kind']): Role => {
  if (kind === 'gift_card') return 'gift_card_liability'
  return kind === 'charge' ? 'other_revenue' : 'revenue'
}

const headRoles: Readonly<Record<string, Role>> = {
  igst: 'output_igst',
  cgst: 'output_cgst',
  sgst: 'output_sgst',
  utgst: 'output_utgst',
  cess: 'output_cess',
}

/** The tax of a line by account: heads of GST have theirs, what is left of it is output tax. */
function taxAmounts({ tax, taxes = [] }: PostedLine): { role: Role; amount: number }[] {
  const heads = taxes.flatMap(({ components = [] }) =>
    components.flatMap(({ code, amount }) => {
      const role = headRoles[code]
      return role ? [{ role, amount }] : []
    }),
  )
  const rest = heads.reduce((left, { amount }) => left - amount, tax)
  return [...heads, { role: 'output_tax', amount: rest }]
}

function tenderRole(what: string, method: TenderAmount['method']): Role {
  const role = tenderRoles[method]
  if (role === undefined) throw new Error(`${what} was paid by ${method}, for which there is no account`)
  return role
}

/** A true-up corrects what goods cost that were sold before they arrived; other corrections are found by counting. */
function counterRole(what: string, { effect, reason }: AdjustmentData['lines'][number]): Role {
  const role = {
    shrinkage: 'stock_loss',
    gain: 'stock_gain',
    opening: 'opening_balance',
    use: 'own_use',
    correction: reason === 'true-up' ? 'cost_of_goods' : 'count_difference',
  }[effect] as Role | undefined
  if (role === undefined) throw new Error(`${what} has the effect ${effect}, for which there is no account`)
  return role
}

const amountsIn =
  (currency: string) =>
  (role: Role, amount: number): Amount => ({ role, amount, currency })

function mustAddUp(what: string, { net, tax, total }: DocumentFacts, lines: readonly PostedLine[]): void {
  const nets = sumOf(what, lines, (line) => line.net)
  const taxes = sumOf(what, lines, (line) => line.tax)
  if (nets !== net) throw new Error(`${what} has a net of ${net}, its lines ${nets}`)
  if (taxes !== tax) throw new Error(`${what} has a tax of ${tax}, its lines ${taxes}`)
  if (net + tax !== total) throw new Error(`${what} has a total of ${total}, but net and tax are ${net + tax}`)
}

const sumOf = <T>(what: string, items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => whole(what, sum + whole(what, of(item))), 0)

function whole(what: string, amount: number): number {
  if (Number.isSafeInteger(amount)) return amount
  throw new Error(`${what} has an amount that is no whole number of minor units: ${amount}`)
}

/** One line for each role and currency, debit or credit. Throws where a currency does not balance. */
function balanced(what: string, amounts: readonly Amount[]): PostingLine[] {
  const sums = new Map<string, Amount>()
  const rest = new Map<string, number>()
  for (const { role, amount, currency } of amounts) {
    const key = `${role} ${currency}`
    sums.set(key, { role, currency, amount: whole(what, (sums.get(key)?.amount ?? 0) + amount) })
    rest.set(currency, whole(what, (rest.get(currency) ?? 0) + amount))
  }
  for (const [currency, left] of rest) {
    if (left !== 0) throw new Error(`${what} does not balance: ${left} is left over in ${currency}`)
  }
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0)
    .map(({ role, amount, currency }) => ({
      ...{ role, currency },
      ...{ debit: Math.max(amount, 0), credit: Math.max(-amount, 0) },
    }))
}
