/** A connection with its secrets in the clear, for the time of one call. */
import { type Context, refuse } from '#kernel'
import { openSecret } from '#platform/execution'
import { gateways } from '../adapters/gateways.ts'
import type { GatewayName, OpenConnection } from './port.ts'

type Stored = Omit<OpenConnection, 'baseUrl' | 'webhookSecrets'> & {
  baseUrl: string | null
  webhookSecret: string | null
  oldWebhookSecret: string | null
  active: boolean
}

type Asking = Pick<Context, 'sql' | 'companyId' | 'use'>

/** The connection of that id. Refuses NOT_FOUND where the company has none such. */
export async function connectionOf(context: Asking, id: string): Promise<OpenConnection> {
  const [row] = await context.sql<Stored[]>`${selectConnection(context)} and id = ${id}`
  if (row) return opened(context, row)
  throw refuse('NOT_FOUND')
}

/**
 * The connection that a payment goes through: the named one, or the only one in use (at that gateway). Refuses
 * REFERENCE_NOT_FOUND where there is none, and VALIDATION_FAILED where somebody must choose.
 */
export async function connectionFor(
  context: Asking,
  { connectionId, gateway }: { connectionId?: string | undefined; gateway?: GatewayName | undefined },
): Promise<OpenConnection> {
  const { sql } = context
  const rows = await sql<Stored[]>`
    ${selectConnection(context)} and active
      and ${connectionId === undefined ? sql`true` : sql`id = ${connectionId}`}
      and ${gateway === undefined ? sql`true` : sql`gateway = ${gateway}`}
    order by id limit 2`
  const [row, other] = rows
  if (other) {
    const message = 'Say which: more than one connection is in use.'
    throw refuse('VALIDATION_FAILED', [{ field: 'connectionId', message }])
  }
  if (row) return opened(context, row)
  throw refuse('REFERENCE_NOT_FOUND', [{ field: 'connectionId', message: 'No such connection is in use.' }])
}

const selectConnection = ({ sql, companyId }: Asking) => sql`
  select id, gateway, active, base_url as "baseUrl", public_id as "publicId", secret_key as "secretKey",
    webhook_secret as "webhookSecret", old_webhook_secret as "oldWebhookSecret", webhook_id as "webhookId",
    webhook_url as "webhookUrl", location_id as "locationId", api_version as "apiVersion"
  from payments.gateway_connection where company_id = ${companyId}`

function opened(context: Asking, row: Stored): OpenConnection {
  const open = (field: 'secretKey' | 'webhookSecret' | 'oldWebhookSecret') => {
    const sealed = row[field]
    return sealed === null ? null : openSecret(context, 'payments.gatewayConnection', field, sealed)
  }
  const { id, gateway, publicId, webhookId, webhookUrl, locationId, apiVersion } = row
  return {
    ...{ id, gateway, publicId, webhookId, webhookUrl, locationId, apiVersion },
    baseUrl: (row.baseUrl ?? gateways[gateway].baseUrl).replace(/\/+$/, ''),
    secretKey: open('secretKey'),
    webhookSecrets: [open('webhookSecret'), open('oldWebhookSecret')].filter((each) => each !== null),
  }
}
