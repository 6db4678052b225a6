/**
 * The test gateway: lives inside the product and moves no money. Its books are a table of ours, written in transactions
 * of their own, so that it keeps what it did when the process that asked dies, as a real one does. What is paid with
 * says how it behaves; everything else pays.
 */
import type { Context } from '#kernel'
import type { Asked, Gateway, Line, Outcome, RefundStanding, Standing } from '../gateway/port.ts'

/** Sources with a will of their own. */
export const testSources = {
  declined: 'test_declined',
  /** The customer must confirm first; the next charge takes it. */
  action: 'test_action',
  /** Takes the money, and the answer is lost. */
  lostAnswer: 'test_lost_answer',
  /** The request is lost. */
  lostRequest: 'test_lost_request',
  /** Takes one minor unit less than was asked. */
  wrongAmount: 'test_wrong_amount',
  /** Pays; the answers to capture and refund are lost. */
  lostLater: 'test_lost_later',
} as const

type Refund = { operationId: string; amount: number }
type Row = {
  reference: string
  status: 'open' | 'action' | 'authorised' | 'captured' | 'voided'
  currency: string
  authorised: number
  captured: number
  source: string | null
  refunds: Refund[]
}

export const testGateway: Gateway = {
  baseUrl: 'https://test.invalid',
  create: (line, asked) => line.commit(async (context) => done(await insert(context, asked))),
  charge: async (line, asked) => {
    const { source } = asked
    if (source === testSources.lostRequest) return lost
    if (source === testSources.declined) return refusal('card_declined', 'The card was declined.')
    const row = await change(line, asked, (before) => charged(before, asked))
    return source === testSources.lostAnswer ? lost : answerOf(row)
  },
  capture: async (line, asked) => {
    const { amount } = asked.amount
    const row = await change(line, asked, (before) =>
      before.status === 'authorised' && amount <= before.authorised
        ? { ...before, status: 'captured', captured: amount }
        : undefined,
    )
    return row?.source === testSources.lostLater ? lost : answerOf(row)
  },
  release: async (line, asked) =>
    answerOf(
      await change(line, asked, (before) => (before.captured > 0 ? undefined : { ...before, status: 'voided' })),
    ),
  refund: async (line, asked) => {
    const row = await change(line, asked, (before) => refunded(before, asked))
    if (row?.source === testSources.lostLater) return lost
    return row ? refundOf(row, asked) : refusal('refund_refused', 'More than is left would go back.')
  },
  look: (line, asked) =>
    line.commit(async (context) => {
      const row = await find(context, asked.intentId)
      return row ? done(row) : { is: 'absent' }
    }),
  lookForRefund: (line, asked) =>
    line.commit(async (context) => {
      const row = await find(context, asked.intentId)
      return row?.refunds.some(({ operationId }) => operationId === asked.operationId)
        ? refundOf(row, asked)
        : { is: 'absent' }
    }),
  check: async () => ({ is: 'done', standing: 'reached' }),
}

const lost = { is: 'unknown', message: 'The answer did not come.' } as const
const refusal = (code: string, message: string) => ({ is: 'refused', failure: { code, message } }) as const

function charged(before: Row, { amount: { amount }, isCaptured, source }: Asked): Row | undefined {
  if (before.status === 'open' && source === testSources.action) return { ...before, status: 'action' }
  if (before.status !== 'open' && before.status !== 'action') return undefined
  const taken = source === testSources.wrongAmount ? amount - 1 : amount
  const status = isCaptured ? 'captured' : 'authorised'
  return { ...before, status, source, authorised: taken, captured: isCaptured ? taken : 0 }
}

function refunded(before: Row, { operationId, amount: { amount } }: Asked): Row | undefined {
  if (before.refunds.some((each) => each.operationId === operationId)) return before
  const back = before.refunds.reduce((sum, each) => sum + each.amount, 0)
  return back + amount > before.captured
    ? undefined
    : { ...before, refunds: [...before.refunds, { operationId, amount }] }
}

const answerOf = (row: Row | undefined): Outcome<Standing> =>
  row ? done(row) : refusal('not_possible', 'The payment does not stand so that this could be done.')

const done = ({ reference, status, currency, authorised, captured, refunds }: Row): Outcome<Standing> => ({
  is: 'done',
  standing: {
    ...{ status, reference, paymentReference: authorised > 0 ? `${reference}_paid` : null, currency },
    ...{ authorised, captured, refunded: refunds.reduce((sum, { amount }) => sum + amount, 0) },
    ...{ method: authorised > 0 ? 'test card' : null, failure: null, client: { testSource: 'test_ok' } },
  },
})

const refundOf = (
  { currency, reference }: Row,
  { operationId, amount: { amount } }: Asked,
): Outcome<RefundStanding> => ({
  is: 'done',
  standing: { status: 'succeeded', reference: `${reference}_${operationId}`, currency, amount },
})

async function insert({ sql, companyId, now }: Context, { intentId, amount: { currency } }: Asked): Promise<Row> {
  await sql`
    insert into payments.test_payment (company_id, intent_id, made_at, reference, status, currency, authorised,
      captured, refunds)
    values (${companyId}, ${intentId}, ${now}, ${`test_${intentId}`}, 'open', ${currency}, 0, 0, '[]')
    on conflict do nothing`
  return {
    reference: `test_${intentId}`,
    status: 'open',
    currency,
    authorised: 0,
    captured: 0,
    source: null,
    refunds: [],
  }
}

/** Changes the payment while it is locked; undefined where it cannot be changed so. */
function change(line: Line, { intentId }: Asked, decide: (before: Row) => Row | undefined): Promise<Row | undefined> {
  return line.commit(async (context) => {
    const before = await find(context, intentId)
    const after = before && decide(before)
    if (!after) return undefined
    const { sql, companyId } = context
    await sql`
      update payments.test_payment
      set status = ${after.status}, authorised = ${after.authorised}, captured = ${after.captured},
        source = ${after.source}, refunds = ${sql.json(after.refunds)}
      where company_id = ${companyId} and intent_id = ${intentId}`
    return after
  })
}

async function find({ sql, companyId }: Context, intentId: string): Promise<Row | undefined> {
  const [row] = await sql<Row[]>`
    select reference, status, currency, authorised, captured, source, refunds from payments.test_payment
    where company_id = ${companyId} and intent_id = ${intentId} for update`
  return row && { ...row }
}
