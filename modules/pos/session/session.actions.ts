/** What people do with a register session. */
import { choice, defineAction, integer, link, money, text } from '#kernel'
import { register } from '#modules/shops'
import { cashMove, cashMoveKinds } from './cash-move.entity.ts'
import { closeSession } from './close-session.ts'
import { moveCash } from './move-cash.ts'
import { openSession } from './open-session.ts'
import { chosenId, denominations, recordId, registerSession } from './register-session.entity.ts'
import { openSessionOf } from './session.queries.ts'
import { sessionAnswer } from './session.record.ts'

export const open = defineAction('open', {
  label: 'Open register',
  says: 'Opens a session of a register with what was counted into it.',
  entity: () => registerSession,
  path: '/pos/register-sessions',
  right: 'create',
  status: 201,
  input: {
    id: chosenId,
    register: link({ label: 'Register', required: true, to: () => register }),
    openingFloat: money({ label: 'Opening float', required: true, min: 0 }),
    denominations: denominations(),
  },
  output: sessionAnswer,
  refuses: ['REGISTER_SESSION_OPEN', 'REFERENCE_NOT_FOUND', 'CURRENCY_MISMATCH', 'ALREADY_EXISTS'],
  emits: ['register_session.opened'],
  example: {
    registerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a02',
    openingFloat: { amount: 10000, currency: 'GBP' },
    denominations: [{ value: { amount: 1000, currency: 'GBP' }, count: 10 }],
  },
  run: openSession,
})

export const move = defineAction('cash', {
  label: 'Cash in or out',
  says: 'Books cash that comes into an open register or leaves it without a sale.',
  entity: () => registerSession,
  path: '/pos/register-sessions/:id/cash',
  right: 'update',
  status: 201,
  input: {
    id: recordId,
    kind: choice(cashMoveKinds, { label: 'Kind', required: true }),
    amount: money({ label: 'Amount', required: true, min: 1 }),
    reason: text({ label: 'Reason', required: true, max: 400 }),
    moveId: chosenId,
  },
  output: { ...cashMove.fields, id: recordId },
  refuses: ['NOT_FOUND', 'REGISTER_SESSION_CLOSED', 'CURRENCY_MISMATCH', 'ALREADY_EXISTS'],
  emits: ['cash_move.created'],
  example: { kind: 'paid_out', amount: { amount: 350, currency: 'GBP' }, reason: 'Milk' },
  run: moveCash,
})

export const close = defineAction('close', {
  label: 'Close register',
  says: 'Closes a session with what was counted, and only then says what should have been there.',
  entity: () => registerSession,
  path: '/pos/register-sessions/:id/close',
  right: 'update',
  input: {
    id: recordId,
    counted: money({ label: 'Counted', required: true, min: 0 }),
    waiting: integer({
      label: 'Sales that wait',
      help: 'How many sales the till holds that the server does not have; must be 0',
      required: true,
      min: 0,
      max: 1_000_000,
    }),
    denominations: denominations(),
    reason: text({ label: 'Reason for the variance', max: 400 }),
  },
  output: sessionAnswer,
  refuses: [
    'NOT_FOUND',
    'REGISTER_SESSION_CLOSED',
    'SESSION_HAS_UNSYNCED_SALES',
    'VARIANCE_REASON_REQUIRED',
    'CURRENCY_MISMATCH',
  ],
  emits: ['register_session.counted', 'register_session.closed'],
  example: { counted: { amount: 10000, currency: 'GBP' }, waiting: 0, reason: 'First day' },
  run: closeSession,
})

export const current = defineAction('session', {
  label: 'Session of a register',
  says: 'The open session of a register; null where it has none.',
  entity: () => register,
  method: 'GET',
  path: '/pos/registers/:registerId/session',
  permission: 'pos.registerSession.read',
  resource: 'till',
  input: { registerId: recordId },
  output: sessionAnswer,
  refuses: ['NOT_FOUND'],
  run: (context, { registerId }) => openSessionOf(context, registerId),
})
