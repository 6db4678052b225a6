/** Orders of the company that attackers try to reach. */
import assert from 'node:assert/strict'
import { gbp } from '../till.ts'
import type { Loose, Reply } from '../world.ts'

type Post = (path: string, body: Record<string, unknown>) => Promise<Reply<Loose>>

const idOf = (reply: Reply<Loose>): string => {
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return String(reply.body.data.id)
}

/** An order of which a part has shipped, and is on its way back. */
export async function takeOrders(shopId: string, ids: Map<string, string>, post: Post): Promise<void> {
  const lines = [{ productId: ids.get('catalog.product'), quantity: '4' }]
  const paid = { tenders: [{ method: 'card', amount: gbp(4000) }], confirm: true }
  const order = await post('/orders', { shopId, customerId: ids.get('crm.customer'), lines, ...paid })
  ids.set('sales.salesOrder', idOf(order))
  ids.set('sales.orderLine', String(order.body.data.lines?.[0]?.id))
  const part = { lines: [{ orderLineId: ids.get('sales.orderLine'), quantity: '1' }] }
  idOf(await post(`/orders/${ids.get('sales.salesOrder')}/shipments`, part))
  const back = await post(`/orders/${ids.get('sales.salesOrder')}/return`, { reason: 'Late' })
  ids.set('sales.orderReturn', idOf(back))
  assert.equal((await post(`/order-returns/${ids.get('sales.orderReturn')}/receive`, {})).status, 200)
}
