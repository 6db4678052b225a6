/** Store credit by hand. */
import { businessDate, code, defineAction, link, money, msOf, refuse, text } from '#kernel'
import { companySettings } from '#modules/companies'
import { customer } from '#modules/crm'
import { emitAdjusted } from '../value-event.ts'
import { moveCredit } from './move.ts'
import { storeCredit } from './store-credit.entity.ts'

export const adjustCredit = defineAction('adjust', {
  label: 'Give or take store credit',
  says: 'Gives a customer store credit, or takes some back, with a reason; the books take it as an expense.',
  entity: () => storeCredit,
  path: '/loyalty/store-credit',
  status: 201,
  input: {
    customer: link({ label: 'Customer', required: true, to: () => customer }),
    amount: money({ label: 'Amount', help: 'Below zero: taken back', required: true }),
    reason: text({ label: 'Reason', required: true }),
  },
  output: { id: code({ required: true, max: 36 }), balance: money({ required: true }) },
  refuses: ['CURRENCY_MISMATCH', 'REFERENCE_NOT_FOUND', 'STORE_CREDIT_INSUFFICIENT'],
  emits: ['store_credit.updated', 'stored_value.adjusted'],
  example: {
    customerId: '01977a3e-7d1c-7a52-8e0b-3f6d5b1c9a01',
    amount: { amount: 1000, currency: 'GBP' },
    reason: 'Price promise',
  },
  run: async (context, { customerId, amount: { amount, currency }, reason }) => {
    const settings = await companySettings(context)
    if (currency !== settings.currency) {
      throw refuse('CURRENCY_MISMATCH', [{ field: 'amount', message: `must be in ${settings.currency}` }])
    }
    if (amount === 0) throw refuse('VALIDATION_FAILED', [{ field: 'amount', message: 'must not be 0' }])
    const today = businessDate(msOf(context.now), settings.timeZone)
    const source = { entity: 'loyalty.storeCredit', id: null }
    const kind = amount > 0 ? 'issue' : 'correction'
    const about = { customerId, amount, currency, reason, source, businessDate: today, field: 'amount' }
    const { id, balance } = await moveCredit(context, { ...about, kind })
    emitAdjusted(
      context,
      { entity: 'loyalty.storeCredit', id },
      {
        ...{ id, account: 'store_credit', effect: 'grant', value: amount, currency, businessDate: today },
        ...{ shopId: null, customerId, memo: `Store credit: ${reason}` },
      },
    )
    return { id, balance: { amount: balance, currency } }
  },
})
