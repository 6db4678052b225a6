/** What the actions on intents take and answer. */
import { choice, code, money, note, record, text } from '#kernel'
import { gatewayNames } from '../gateway/port.ts'
import { intentStates } from './payment-intent.entity.ts'

const uuid = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
const idField = code({ label: 'Id', required: true, max: 36, pattern: uuid })
/** The id of an intent in a path. */
export const intentId = code({ label: 'Payment intent', required: true, max: 36, pattern: uuid })
/** The id of an intent that its maker chooses, so that a retry cannot make a second one. */
export const chosenIntentId = code({
  label: 'Id',
  help: 'Made by the caller, so that a retry is safe',
  max: 36,
  pattern: uuid,
})

/** A gateway's token. `mustBeToken` refuses what looks like a card. */
export const sourceField = text({ label: 'Payment source', help: "The gateway's token; never a card number", max: 400 })

export const intentFields = {
  id: idField,
  state: choice(intentStates, { label: 'State', required: true }),
  gateway: choice(gatewayNames, { label: 'Gateway', required: true }),
  connectionId: idField,
  shopId: idField,
  customerId: code({ label: 'Customer', max: 36 }),
  capture: choice(['automatic', 'manual'], { label: 'Capture', required: true }),
  description: text({ label: 'Description' }),
  amount: money({ label: 'Amount', required: true }),
  authorised: money({ label: 'Authorised', required: true }),
  captured: money({ label: 'Captured', required: true }),
  refunded: money({ label: 'Refunded', required: true }),
  reference: text({ label: 'Reference at the gateway' }),
  paymentReference: text({ label: 'Payment at the gateway' }),
  method: text({ label: 'Paid with' }),
  exception: note({ label: 'What does not agree' }),
  client: record({ label: 'For the browser', help: 'Client secrets and addresses; answered once, stored nowhere' }),
}
