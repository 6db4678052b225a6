/** Asks the gateway how an intent stands and settles what was open: after a broken line, a death or a webhook. */
import type { Context, Preparation } from '#kernel'
import { gateways } from '../adapters/gateways.ts'
import { connectionOf } from '../gateway/open-connection.ts'
import type { Asked, OpenConnection } from '../gateway/port.ts'
import { lineOf } from './begin.ts'
import { askedOf, lockIntent, openOperationOf, type StoredOperation } from './intent.record.ts'
import { type Answered, applyAnswer } from './settle.ts'

type Lookable = { connection: OpenConnection; open: StoredOperation | undefined; asked: Asked }
export type LookedUp = { intentId: string; operationId: string | undefined; answered: Answered }

/** Reads the gateway's state of the intent, or of the refund that is open. Undefined where there is no such intent. */
export async function lookUp(preparation: Preparation, intentId: string): Promise<LookedUp | undefined> {
  const found = await preparation.commit((context) => lookableOf(context, intentId))
  if (!found) return undefined
  const { connection, open, asked } = found
  const line = lineOf(preparation, connection)
  const gateway = gateways[connection.gateway]
  const answered: Answered =
    open?.kind === 'refund'
      ? { refund: await gateway.lookForRefund(line, asked) }
      : { payment: await gateway.look(line, asked) }
  return { intentId, operationId: open?.id, answered }
}

async function lookableOf(context: Context, intentId: string): Promise<Lookable | undefined> {
  const intent = await lockIntent(context, intentId)
  if (!intent) return undefined
  context.requireShop(intent.shopId)
  const [open, connection] = await Promise.all([
    openOperationOf(context, intentId),
    connectionOf(context, intent.connectionId),
  ])
  return {
    connection,
    open,
    asked: askedOf(intent, open ?? { id: intentId, amount: intent.amount, askedAt: context.now }),
  }
}

/** Writes what was read. */
export const applyLookUp = (context: Context, { intentId, operationId, answered }: LookedUp) =>
  applyAnswer(context, intentId, answered, operationId)
