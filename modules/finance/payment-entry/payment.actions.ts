/** Payments received and made: recorded, set against what they pay, and reversed where they bounced. */
import { type Context, choice, date, defineAction, group, link, list, money, refuse, text } from '#kernel'
import { companySettings } from '#modules/companies'
import { customer, customerOnAccount } from '#modules/crm'
import { vendor, vendorForDocument } from '#modules/purchasing'
import { account } from '../account/account.entity.ts'
import { today } from '../entry/post-entry.ts'
import { invoice } from '../invoice/invoice.entity.ts'
import { itemOf, openItemsOf } from '../open-item/items.queries.ts'
import { type Item, spread, type WantedMatch } from '../open-item/match.rules.ts'
import { matchItems } from '../open-item/match-items.ts'
import { documentId } from '../open-item/matching.actions.ts'
import { openItem } from '../open-item/open-item.entity.ts'
import { directions, paymentEntry } from './payment-entry.entity.ts'
import { paymentAnswer, paymentEntryOf } from './payment-entry.queries.ts'
import { postPayment } from './post-payment.ts'
import { pairOf, partyOf, reverseOf, told } from './reverse-payment.ts'

const pays = group({
  invoice: link({ label: 'Invoice', help: 'Or the open item', to: () => invoice }),
  openItem: link({ label: 'Open item', to: () => openItem }),
  amount: money({ label: 'Amount', help: 'As much as is open and left unless told', min: 1 }),
})

export const recordPayment = defineAction('create', {
  label: 'New payment',
  says: 'Records money received from or paid to a customer or vendor, and sets it against what it pays.',
  entity: () => paymentEntry,
  path: '/finance/payments',
  right: 'create',
  status: 201,
  input: {
    direction: choice(directions, { label: 'Direction', required: true }),
    customer: link({ label: 'Customer', to: () => customer }),
    vendor: link({ label: 'Vendor', to: () => vendor }),
    paidOn: date({ label: 'Date', help: 'Today in the time zone of the company unless told' }),
    amount: money({ label: 'Amount', required: true, min: 1 }),
    account: link({ label: 'Account', help: 'The bank or cash account', required: true, to: () => account }),
    reference: text({ label: 'Reference', max: 100 }),
    match: choice(['named', 'due_first', 'none'], {
      label: 'What it pays',
      help: 'What is named in `pays`, or what is due first; the rest is a credit on account',
      default: 'named',
    }),
    pays: list(pays, { label: 'Pays', max: 200 }),
  },
  output: paymentAnswer,
  refuses: [
    ...['REFERENCE_NOT_FOUND', 'CURRENCY_MISMATCH', 'PERIOD_LOCKED', 'CONTROL_ACCOUNT', 'ACCOUNT_ARCHIVED'],
    ...['MATCH_IMPOSSIBLE', 'MATCH_EXCEEDS_OPEN'],
  ],
  emits: ['payment_entry.created', 'matching.created'],
  example: {
    direction: 'received',
    customerId: '01890a5d-ac96-774b-bcce-b302099a8057',
    amount: { amount: 120_000, currency: 'GBP' },
    accountId: '01890a5d-ac96-774b-bcce-b302099a8058',
    match: 'due_first',
  },
  run: async (context, { direction, amount, accountId, reference = null, match = 'named', pays = [], ...input }) => {
    const { customerId, vendorId } = input
    const [{ currency }] = await Promise.all([
      companySettings(context),
      customerId ? customerOnAccount(context, customerId) : undefined,
      vendorId ? vendorForDocument(context, vendorId) : undefined,
    ])
    const { side, partyId } = partyOf(input)
    if (amount.currency !== currency) {
      throw refuse('CURRENCY_MISMATCH', [
        { field: 'amount', message: `must be in ${currency}, not ${amount.currency}` },
      ])
    }
    const paidOn = input.paidOn ?? (await today(context))
    const figures = { direction, side, partyId, paidOn, amount: amount.amount, currency, accountId, reference }
    const { id, item } = await postPayment(context, figures)
    if (match === 'named') await matchItems(context, await namedMatches(context, item, pays))
    if (match === 'due_first') await matchItems(context, await matchesDueFirst(context, item))
    return told(context, await paymentEntryOf(context, id))
  },
})

export const reversePayment = defineAction('reverse', {
  isDangerous: true,
  label: 'Reverse payment',
  says: 'Takes back what the payment was matched with and posts its opposite, once, linked to it.',
  entity: () => paymentEntry,
  path: '/finance/payments/:id/reverse',
  status: 201,
  input: {
    id: documentId,
    paidOn: date({ label: 'Date', help: 'Today in the time zone of the company unless told' }),
    reference: text({ label: 'Reference', max: 100 }),
  },
  output: paymentAnswer,
  refuses: ['NOT_FOUND', 'PAYMENT_REVERSED', 'ALREADY_EXISTS', 'PERIOD_LOCKED', 'ACCOUNT_ARCHIVED', 'CONTROL_ACCOUNT'],
  emits: ['payment_entry.created', 'matching.created'],
  example: { reference: 'Cheque bounced' },
  run: (context, { id, ...input }) => reverseOf(context, id, input),
})

type Pays = {
  invoiceId?: string | undefined
  openItemId?: string | undefined
  amount?: { amount: number; currency: string } | undefined
}

async function namedMatches(context: Context, item: Item, named: readonly Pays[]): Promise<WantedMatch[]> {
  const found = await Promise.all(
    named.map(async ({ invoiceId, openItemId }) =>
      invoiceId ? (await itemOf(context, { entity: 'finance.invoice', id: invoiceId }))?.id : openItemId,
    ),
  )
  return named.map(({ amount, ...names }, index) => {
    const id = found[index]
    if (id === undefined) {
      const field = `pays.${index}.${names.invoiceId ? 'invoiceId' : 'openItemId'}`
      throw refuse('REFERENCE_NOT_FOUND', [{ field, message: 'There is no such posted document.' }])
    }
    if (amount && amount.currency !== item.currency) {
      const message = `must be in ${item.currency}, not ${amount.currency}`
      throw refuse('CURRENCY_MISMATCH', [{ field: `pays.${index}.amount`, message }])
    }
    return { ...pairOf(item, id), amount: amount?.amount }
  })
}

async function matchesDueFirst(context: Context, item: Item): Promise<WantedMatch[]> {
  const { side, partyId, currency, open } = item
  return spread(item, await openItemsOf(context, { side, partyId, currency, isDebit: open < 0 }))
}
