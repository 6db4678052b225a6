/** Statements come in, and their lines become payments: by suggestion, by hand, or all that are beyond doubt. */
import { type Context, choice, defineAction, group, integer, link, list, note, refuse, text } from '#kernel'
import { companySettings } from '#modules/companies'
import { customer, customerOnAccount } from '#modules/crm'
import { vendor, vendorForDocument } from '#modules/purchasing'
import { documentId } from '../open-item/matching.actions.ts'
import { openItem } from '../open-item/open-item.entity.ts'
import { paymentEntry } from '../payment-entry/payment-entry.entity.ts'
import { partyOf, reverseOf } from '../payment-entry/reverse-payment.ts'
import { financeRefusals } from '../refusals.ts'
import { type Accepted, acceptLine, lockLine } from './accept-line.ts'
import { bankAccount } from './bank-account.entity.ts'
import { bankLine } from './bank-line.entity.ts'
import { type CsvLayout, readStatement } from './statement.rules.ts'
import { guessLines } from './suggest.queries.ts'
import { reasons, type Suggestion } from './suggest.rules.ts'

export const importStatement = defineAction('import', {
  label: 'Import statement',
  says: 'Brings in a statement of the bank, CSV or OFX. Lines that are there already stay as they are.',
  entity: () => bankAccount,
  path: '/finance/bank-accounts/:id/statements',
  status: 201,
  input: {
    id: documentId,
    format: choice(['csv', 'ofx'], { label: 'Format', required: true }),
    content: note({ label: 'Content', help: 'The file itself', required: true, max: 900_000 }),
  },
  output: {
    imported: integer({ required: true }),
    known: integer({ required: true, help: 'Lines that an earlier file brought in' }),
  },
  refuses: ['NOT_FOUND'],
  emits: ['bank_line.imported'],
  hides: ['content'],
  example: { format: 'csv', content: 'Date,Amount,Description\n2026-11-21,1200.00,INV/2026/000001 Jones Ltd' },
  run: async (context, { id, format, content }) => {
    const { sql, companyId, now, newId } = context
    const [[layout], { currency }] = await Promise.all([
      sql<CsvLayout[]>`
        select date_column as "dateColumn", amount_column as "amountColumn", text_column as "textColumn",
          party_column as "partyColumn", reference_column as "referenceColumn", date_order as "dateOrder",
          decimal_mark as "decimalMark"
        from finance.bank_account where company_id = ${companyId} and id = ${id}`,
      companySettings(context),
    ])
    if (!layout) throw refuse('NOT_FOUND')
    const lines = readStatement(content, { format, currency, layout }).map((line) => ({ id: newId(), ...line }))
    const made = await sql<{ id: string }[]>`
      insert into finance.bank_line (company_id, id, created_at, updated_at, bank_account_id, booked_on, amount_amount,
        amount_currency, text, party, reference, fingerprint)
      select ${companyId}, l.id, ${now}, ${now}, ${id}, l."bookedOn", l.amount, ${currency}, l.text, l.party,
        l.reference, l.fingerprint
      from jsonb_to_recordset(${sql.json(lines)}) as l(id uuid, "bookedOn" date, amount bigint, text text, party text,
        reference text, fingerprint text)
      on conflict (company_id, bank_account_id, fingerprint) do nothing returning id`
    const counted = { imported: made.length, known: lines.length - made.length }
    context.emit('bank_line.imported', { entity: 'finance.bankAccount', id, data: counted })
    return counted
  },
})

const suggestion = group({
  isExact: text({ required: true, help: '`yes` where it may be accepted unseen' }),
  reasons: list(choice(reasons), { max: 4, required: true }),
  ...{ paymentId: text(), side: text(), partyId: text() },
  itemIds: list(text(), { max: 500, required: true }),
})

export const suggestMatches = defineAction('suggestions', {
  label: 'Suggestions',
  says: 'What the open lines of a bank account probably are, with the reasons; those booked first.',
  entity: () => bankAccount,
  method: 'GET',
  path: '/finance/bank-accounts/:id/suggestions',
  input: { id: documentId },
  output: {
    lines: list(group({ lineId: text({ required: true }), text: text({ max: 300 }), suggestion }), {
      max: 200,
      required: true,
    }),
  },
  refuses: ['NOT_FOUND'],
  run: async (context, { id }) => {
    await mustBeThere(context, id)
    const guessed = await guessLines(context, { bankAccountId: id })
    return {
      lines: guessed.map(({ line, suggestion }) => ({
        lineId: line.id,
        text: line.text,
        suggestion: told(suggestion),
      })),
    }
  },
})

export const acceptBankLine = defineAction('accept', {
  label: 'Accept',
  says: 'Records the payment that a bank line is: as suggested, or as told. The name on it is remembered.',
  entity: () => bankLine,
  path: '/finance/bank-lines/:id/accept',
  input: {
    id: documentId,
    payment: link({ label: 'Payment', help: 'One that is recorded already', to: () => paymentEntry }),
    customer: link({ label: 'Customer', to: () => customer }),
    vendor: link({ label: 'Vendor', to: () => vendor }),
    items: list(link({ label: 'Open item', to: () => openItem }), {
      label: 'Open items',
      help: 'What is due first unless told',
      max: 100,
    }),
  },
  output: { paymentId: text({ required: true }) },
  refuses: [
    'NOT_FOUND',
    'BANK_LINE_DONE',
    'NO_SUGGESTION',
    'REFERENCE_NOT_FOUND',
    'PERIOD_LOCKED',
    'ALREADY_EXISTS',
    'CONTROL_ACCOUNT',
    'ACCOUNT_ARCHIVED',
  ],
  emits: ['bank_line.matched', 'payment_entry.created', 'matching.created'],
  example: {},
  run: async (context, { id, paymentId, customerId, vendorId, items = [] }) => {
    const line = await lockLine(context, id)
    if (line.status !== 'open') throw financeRefusals.refuse('BANK_LINE_DONE')
    const as = await toldBy(context, { paymentId, customerId, vendorId, itemIds: items }, line.amount)
    const guess = as ? undefined : (await guessLines(context, { bankAccountId: line.bankAccountId, lineId: id }))[0]
    return { paymentId: await acceptLine(context, line, as ?? acceptedOf(guess?.suggestion)) }
  },
})

export const acceptExact = defineAction('acceptExact', {
  label: 'Accept all exact ones',
  says: 'Records the payments of all open lines that are beyond doubt. Each can be taken back.',
  entity: () => bankAccount,
  path: '/finance/bank-accounts/:id/accept-exact',
  input: { id: documentId },
  output: { accepted: integer({ required: true }), left: integer({ required: true }) },
  refuses: ['NOT_FOUND', 'PERIOD_LOCKED'],
  emits: ['bank_line.matched', 'payment_entry.created', 'matching.created'],
  example: {},
  run: async (context, { id }) => {
    await mustBeThere(context, id)
    const guessed = await guessLines(context, { bankAccountId: id })
    let accepted = 0
    for (const { line, suggestion } of guessed) {
      if (!suggestion?.isExact) continue
      await acceptLine(context, await lockLine(context, line.id), acceptedOf(suggestion))
      accepted += 1
    }
    return { accepted, left: guessed.length - accepted }
  },
})

export const undoBankLine = defineAction('undo', {
  isDangerous: true,
  label: 'Open again',
  says: 'Takes back what a bank line was accepted as: the payment that it recorded is reversed, and it is open again.',
  entity: () => bankLine,
  path: '/finance/bank-lines/:id/undo',
  input: { id: documentId },
  output: { id: documentId },
  refuses: ['NOT_FOUND', 'BANK_LINE_OPEN', 'PAYMENT_REVERSED', 'PERIOD_LOCKED', 'ACCOUNT_ARCHIVED', 'CONTROL_ACCOUNT'],
  emits: ['bank_line.reopened', 'payment_entry.created', 'matching.created'],
  example: {},
  run: async (context, { id }) => {
    const { sql, companyId, now } = context
    const line = await lockLine(context, id)
    const [row] = await sql<{ paymentId: string | null; recorded: boolean }[]>`
      select payment_id as "paymentId", recorded from finance.bank_line where company_id = ${companyId} and id = ${id}`
    if (!row?.paymentId) throw financeRefusals.refuse('BANK_LINE_OPEN')
    if (row.recorded) await reverseOf(context, row.paymentId, { paidOn: line.bookedOn })
    await sql`
      update finance.bank_line set status = 'open', payment_id = null, recorded = false,
        version = version + 1, updated_at = ${now}
      where company_id = ${companyId} and id = ${id}`
    context.emit('bank_line.reopened', { entity: 'finance.bankLine', id, data: { paymentId: row.paymentId } })
    return { id }
  },
})

type Told = {
  paymentId?: string | undefined
  customerId?: string | undefined
  vendorId?: string | undefined
  itemIds: readonly string[]
}

/** What the caller says that a line is; undefined where nothing is said. Refuses REFERENCE_NOT_FOUND. */
async function toldBy(context: Context, said: Told, amount: number): Promise<Accepted | undefined> {
  const { paymentId, customerId, vendorId, itemIds } = said
  if (paymentId) return { paymentId: await ofSameAmount(context, paymentId, amount) }
  await Promise.all([
    customerId ? customerOnAccount(context, customerId) : undefined,
    vendorId ? vendorForDocument(context, vendorId) : undefined,
  ])
  return customerId || vendorId ? { ...partyOf(said), itemIds } : undefined
}

const told = (found: Suggestion | undefined) => {
  if (!found) return null
  const { lineId: _, isExact, ...rest } = found
  return { ...rest, isExact: isExact ? 'yes' : 'no' }
}

function acceptedOf(found: Suggestion | undefined): Accepted {
  if (found?.paymentId) return { paymentId: found.paymentId }
  if (found?.side && found.partyId) return { side: found.side, partyId: found.partyId, itemIds: found.itemIds }
  throw financeRefusals.refuse('NO_SUGGESTION')
}

async function mustBeThere({ sql, companyId }: Context, id: string): Promise<void> {
  const [row] = await sql`select from finance.bank_account where company_id = ${companyId} and id = ${id}`
  if (!row) throw refuse('NOT_FOUND')
}

/** Refuses REFERENCE_NOT_FOUND for a payment that is not there, or is not of the line's amount. */
async function ofSameAmount({ sql, companyId }: Context, id: string, amount: number): Promise<string> {
  const [row] = await sql`
    select from finance.payment_entry where company_id = ${companyId} and id = ${id}
      and case direction when 'received' then amount_amount else -amount_amount end = ${amount}`
  if (!row)
    throw refuse('REFERENCE_NOT_FOUND', [{ field: 'paymentId', message: 'There is no such payment of this amount.' }])
  return id
}
