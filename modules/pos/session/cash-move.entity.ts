import { choice, defineEntity, instant, link, money, text } from '#kernel'
import { register, shop } from '#modules/shops'
import { registerSession } from './register-session.entity.ts'

export const cashMoveKinds = ['paid_in', 'paid_out'] as const

/** Cash that came into a register or left it without a sale, such as change from the safe or a taxi paid. */
export const cashMove = defineEntity('cashMove', {
  label: 'Cash move',
  plural: 'Cash moves',
  says: 'Cash that came into a register or left it without a sale.',
  path: '/pos/cash-moves',
  shop: 'shop',
  fields: {
    session: link({ label: 'Session', required: true, list: 1, to: () => registerSession }),
    register: link({ label: 'Register', required: true, to: () => register }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    kind: choice(cashMoveKinds, { label: 'Kind', required: true, list: 2 }),
    amount: money({ label: 'Amount', required: true, min: 1, list: 3 }),
    reason: text({ label: 'Reason', required: true, max: 400, list: 4 }),
    at: instant({ label: 'At', required: true, list: 5 }),
    byId: text({ label: 'By', required: true, max: 64, refersTo: 'auth.user' }),
    byName: text({ label: 'By', required: true, list: 6 }),
  },
  checks: { positive: 'amount_amount > 0' },
  immutable: true,
  without: ['create'],
})
