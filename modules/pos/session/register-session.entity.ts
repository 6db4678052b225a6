import { code, date, defineEntity, group, instant, integer, link, list, money, state, text } from '#kernel'
import { register, shop } from '#modules/shops'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
/** The id of a record in a path or an answer. */
export const recordId = code({ label: 'Id', required: true, max: 36, pattern: uuid })
/** An id that the maker chooses, so that a retry cannot make a second record. */
export const chosenId = code({
  label: 'Id',
  help: 'Made by the caller, so that a retry is safe',
  max: 36,
  pattern: uuid,
})

/** Coins and notes: how many of each value were counted. */
export const denominations = () =>
  list(
    group({
      value: money({ label: 'Value', required: true, min: 1 }),
      count: integer({ label: 'Count', required: true, min: 0, max: 1_000_000 }),
    }),
    { label: 'Denominations', help: 'Together they are the amount that was counted', max: 40 },
  )

/**
 * A register from the counting of its float to the counting of what is in it at the end. A register has at most one
 * that is open. What should be in it is said only once somebody has counted.
 */
export const registerSession = defineEntity('registerSession', {
  label: 'Register session',
  plural: 'Register sessions',
  says: 'A register from the counting of its float to the counting of its cash at the end.',
  path: '/pos/register-sessions',
  shop: 'shop',
  fields: {
    register: link({ label: 'Register', required: true, list: 1, to: () => register }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    status: state(['open', 'closed'], { label: 'Status', list: 2 }),
    openedAt: instant({ label: 'Opened at', required: true, list: 3 }),
    openedById: text({ label: 'Opened by', required: true, max: 64, refersTo: 'auth.user' }),
    openedByName: text({ label: 'Opened by', required: true, list: 4 }),
    openingFloat: money({ label: 'Opening float', required: true, min: 0 }),
    openingDenominations: denominations(),
    closedAt: instant({ label: 'Closed at', list: 5 }),
    closedById: text({ label: 'Closed by', max: 64, refersTo: 'auth.user' }),
    closedByName: text({ label: 'Closed by' }),
    businessDate: date({ label: 'Date of closing' }),
    counted: money({ label: 'Counted', min: 0, list: 6 }),
    countedDenominations: denominations(),
    counts: list(group({ amount: money({ required: true }), at: instant({ required: true }) }), {
      label: 'Counts before',
      help: 'What was counted before the count that closed the session',
      max: 100,
    }),
    expected: money({ label: 'Expected', help: 'Said once it is counted' }),
    variance: money({ label: 'Variance', help: 'Counted less expected', list: 7 }),
    reason: text({ label: 'Reason for the variance', max: 400 }),
  },
  indexes: [['openedAt']],
  checks: {
    closedIsCounted: "(status = 'closed') = (expected_amount is not null and counted_amount is not null)",
    varianceIsTheDifference: 'variance_amount is not distinct from counted_amount - expected_amount',
  },
  without: ['create', 'update', 'delete'],
})
