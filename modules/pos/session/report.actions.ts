/** The figures of a session so far (X) or at its end (Z). */
import { methods } from '#engines/tender'
import { type Context, choice, defineAction, group, integer, list, money, refuse, text } from '#kernel'
import { cashOf, drawerFigures } from '#modules/payments'
import { figuresOfDocuments } from '#modules/sales'
import { findRegister } from '#modules/shops'
import { cashMovesOf } from './close-session.ts'
import { recordId, registerSession } from './register-session.entity.ts'
import { sessionById } from './session.queries.ts'
import { sessionAnswer } from './session.record.ts'
import { expectedOf } from './session.rules.ts'

const figures = () =>
  group({ count: integer({ required: true }), net: money(), tax: money(), total: money() }, { required: true })

export const report = defineAction('report', {
  label: 'Report of a session',
  says: 'What a session sold, took and gave back, and what should be in the drawer: X while it is open, Z at its end.',
  entity: () => registerSession,
  method: 'GET',
  path: '/pos/register-sessions/:id/report',
  right: 'do',
  input: { id: recordId },
  output: {
    kind: choice(['X', 'Z'], { required: true }),
    session: group(sessionAnswer, { required: true }),
    shopName: text({ required: true }),
    sales: figures(),
    returns: figures(),
    taxes: list(group({ code: text(), percent: text(), net: money(), tax: money() }), { max: 200 }),
    tenders: list(
      group({
        method: choice(methods, { required: true }),
        count: integer({ required: true }),
        taken: money({ label: 'Taken, less change', required: true }),
        refunded: money({ required: true }),
      }),
      { max: 20 },
    ),
    paidIn: money({ required: true }),
    paidOut: money({ required: true }),
    expected: money({ label: 'What should be in the drawer', required: true }),
  },
  refuses: ['NOT_FOUND'],
  run: (context, { id }) => sessionReport(context, id),
})

/** The report, for whoever shows or prints it. Refuses NOT_FOUND. */
export async function sessionReport(context: Context, id: string) {
  const session = await sessionById(context, id)
  const [drawer, moves, place] = await Promise.all([
    drawerFigures(context, id),
    cashMovesOf(context, id),
    findRegister(context, session.registerId),
  ])
  if (!place) throw refuse('NOT_FOUND')
  const { currency, amount: openingFloat } = session.openingFloat
  const { sales, returns, taxes } = await documentsOf(context, drawer)
  const inMoney = (amount: number) => ({ amount, currency })
  const inFigures = ({ count, net, tax, total }: Sums) => {
    return { count, net: inMoney(net), tax: inMoney(tax), total: inMoney(total) }
  }
  return {
    kind: session.status === 'closed' ? 'Z' : 'X',
    session: { ...session, registerCode: place.registerCode, registerName: place.registerName },
    shopName: place.shopName,
    sales: inFigures(sales),
    returns: inFigures(returns),
    taxes: taxes.map(({ net, tax, ...rate }) => ({ ...rate, net: inMoney(net), tax: inMoney(tax) })),
    tenders: drawer.methods.map(({ method, count, taken, change, refunded }) => {
      return { method, count, taken: inMoney(taken - change), refunded: inMoney(refunded) }
    }),
    paidIn: inMoney(moves.paidIn),
    paidOut: inMoney(moves.paidOut),
    expected: inMoney(expectedOf({ openingFloat, cash: cashOf(drawer), ...moves })),
  }
}

type Sums = { count: number; net: number; tax: number; total: number }

const documentsOf = (
  context: Context,
  { payments, refunds }: { payments: { entity: string; id: string }[]; refunds: { entity: string; id: string }[] },
) => {
  const idsOf = (sources: readonly { entity: string; id: string }[], entity: string) =>
    sources.filter((source) => source.entity === entity).map(({ id }) => id)
  return figuresOfDocuments(context, {
    saleIds: idsOf(payments, 'sales.sale'),
    creditNoteIds: idsOf(refunds, 'sales.creditNote'),
  })
}
