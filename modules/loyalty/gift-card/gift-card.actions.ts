/** Gift cards by hand: given, looked up, and their codes shown. */
import { businessDate, type Context, code, date, defineAction, link, money, msOf, refuse, text } from '#kernel'
import { companySettings } from '#modules/companies'
import { customer } from '#modules/crm'
import { hashCardCode, secretBoxService } from '#platform/identity'
import { loyaltyRefusals } from '../refusals.ts'
import { emitAdjusted } from '../value-event.ts'
import { giftCard } from './gift-card.entity.ts'
import { mayReveal } from './gift-card.rules.ts'
import { issueCards, placeOfCode } from './issue.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
const cardId = code({ label: 'Gift card', required: true, max: 36, pattern: uuid })
const cardCode = text({ label: 'Code', required: true, max: 40, example: '7F3K-92MA-0QXB-VD5T-1HCP' })
const { ending, status, balance, expiresOn } = giftCard.fields

export const issueByHand = defineAction('issue', {
  label: 'Give a gift card',
  says: 'Makes a gift card that nobody paid for, such as for goodwill: the books take it as an expense at once.',
  entity: () => giftCard,
  path: '/loyalty/gift-cards',
  status: 201,
  input: {
    amount: money({ label: 'Value', required: true, min: 1 }),
    reason: text({ label: 'Reason', required: true }),
    customer: link({ label: 'Customer', to: () => customer }),
    expiresOn: date({ label: 'Valid until', help: 'As the policy says, unless told' }),
  },
  output: { id: cardId },
  refuses: ['CURRENCY_MISMATCH', 'REFERENCE_NOT_FOUND'],
  emits: ['gift_card.created', 'stored_value.adjusted'],
  example: { amount: { amount: 2500, currency: 'GBP' }, reason: 'Apology for a late delivery' },
  run: async (context, { amount, reason, customerId = null, expiresOn: ends }) => {
    const { currency, timeZone } = await companySettings(context)
    if (amount.currency !== currency) {
      throw refuse('CURRENCY_MISMATCH', [{ field: 'amount', message: `must be in ${currency}` }])
    }
    const today = businessDate(msOf(context.now), timeZone)
    if (ends !== undefined && ends < today) {
      throw refuse('VALIDATION_FAILED', [{ field: 'expiresOn', message: 'must not lie in the past' }])
    }
    const source = { entity: 'loyalty.giftCard', id: null }
    const about = { source, currency, shopId: null, customerId, businessDate: today, reason, expiresOn: ends }
    const [id = ''] = await issueCards(context, { ...about, cards: [{ value: amount.amount, lineId: null }] })
    emitAdjusted(
      context,
      { entity: 'loyalty.giftCard', id },
      {
        ...{ id, account: 'gift_card', effect: 'grant', value: amount.amount, currency, businessDate: today },
        ...{ shopId: null, customerId, memo: `Gift card given: ${reason}` },
      },
    )
    return { id }
  },
})

type Found = { id: string; balance: number; currency: string; [name: string]: unknown }

export const lookUp = defineAction('lookUp', {
  label: 'Look a gift card up',
  says: 'Answers what the card with a code holds. The code is sent in the body, so that no log of addresses has it.',
  entity: () => giftCard,
  path: '/loyalty/gift-cards/look-up',
  input: { code: cardCode },
  output: { id: cardId, ending, status, balance, expiresOn },
  hides: ['code'],
  unrecorded: true,
  rateLimit: 30,
  refuses: ['GIFT_CARD_NOT_FOUND'],
  example: { code: '7F3K-92MA-0QXB-VD5T-1HCP' },
  run: async ({ sql, companyId }, input) => {
    const [row] = await sql<Found[]>`
      select c.id, c.ending, c.status, c.expires_on as "expiresOn", c.balance_amount as balance,
        c.balance_currency as currency
      from loyalty.gift_card_code k join loyalty.gift_card c on c.company_id = k.company_id and c.id = k.gift_card_id
      where k.company_id = ${companyId} and k.code_hash = ${hashCardCode(input.code)}`
    if (!row) throw loyaltyRefusals.refuse('GIFT_CARD_NOT_FOUND', [{ field: 'code', message: 'No card has it.' }])
    const { balance: amount, currency, ...card } = row
    return { ...card, balance: { amount, currency } }
  },
})

type Sealed = { sealed: string; issuedById: string; createdAt: string; version: number }

export const readCode = defineAction('code', {
  label: 'Show the code',
  says: 'Answers the code of a gift card, to be printed or sent. Every showing is in the audit log.',
  entity: () => giftCard,
  path: '/loyalty/gift-cards/:id/code',
  input: { id: cardId },
  output: { id: cardId, code: cardCode },
  unrecorded: true,
  rateLimit: 60,
  refuses: ['NOT_FOUND', 'GIFT_CARD_CODE_HIDDEN'],
  emits: ['gift_card.revealed'],
  run: async (context, { id }) => {
    const { sealed, issuedById, createdAt, version } = await sealedCode(context, id)
    const isManager = context.may('loyalty.giftCard.block')
    const age = msOf(context.now) - Date.parse(createdAt)
    if (!mayReveal({ actorId: context.actor.id, issuedById, isManager, age, isTouched: version > 1 })) {
      throw loyaltyRefusals.refuse('GIFT_CARD_CODE_HIDDEN')
    }
    context.emit('gift_card.revealed', { entity: 'loyalty.giftCard', id, data: { giftCardId: id } })
    return { id, code: context.use(secretBoxService).decrypt(sealed, placeOfCode(context.companyId, id)) }
  },
})

async function sealedCode({ sql, companyId }: Context, id: string): Promise<Sealed> {
  const [row] = await sql<Sealed[]>`
    select k.sealed, c.issued_by_id as "issuedById", c.created_at as "createdAt", c.version
    from loyalty.gift_card c
      join loyalty.gift_card_code k on k.company_id = c.company_id and k.gift_card_id = c.id
    where c.company_id = ${companyId} and c.id = ${id}`
  if (!row) throw refuse('NOT_FOUND')
  return row
}
