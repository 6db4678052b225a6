/**
 * Whatever happens to orders, in whatever order, every equation holds. Histories run against a real database;
 * `HISTORIES` asks for more of them than the suite has time for, and `SEED` repeats one.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { gbp, makeTill, type Till } from '../../tests/till.ts'
import { type Loose, makeWorld, type World } from '../../tests/world.ts'
import { amountOf, mustAddUp, type Orders, ordersOf, runSalesJob } from './order/order.fixture.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const histories = Number(process.env.HISTORIES ?? 8)

let world: World
let now = Date.parse('2026-11-21T12:00:00Z')
before(async () => {
  world = await makeWorld({ clock: () => now })
})
after(() => world.close())

type Shop = { till: Till; orders: Orders; made: Loose[]; returns: Loose[] }
type Command = { does: keyof typeof commands; which: number; amount: number; flag: boolean }

/** The order that a command is about, as it stands; undefined before there is one. */
async function orderOf({ made, orders }: Shop, which: number): Promise<Loose | undefined> {
  const order = made[which % Math.max(made.length, 1)]
  return order && (await orders.read(order))
}
const partOf = (order: Loose, amount: number) => {
  const lines = [...(order.lines ?? [])]
  const line = lines[amount % lines.length]
  return [{ orderLineId: line?.id, quantity: String(1 + (amount % 3)) }]
}

/** What people do; whatever is refused changes nothing. */
const commands = {
  create: async ({ orders, made }: Shop, { amount, flag }: Command) => {
    const lines = ['MUG', 'CUP', 'POST'].slice(0, 1 + (amount % 3)).map((sku, index) => {
      return { sku, quantity: String(1 + ((amount + index) % 4)) }
    })
    const heldUntil = flag ? { heldUntil: new Date(now + 3_600_000).toISOString() } : { confirm: amount % 2 === 0 }
    const { status, body } = await orders.create(lines, { allowsBackOrder: amount % 5 === 0, ...heldUntil })
    if (status === 201) made.push(body.data)
    return status
  },
  confirm: async (shop: Shop, { which }: Command) => {
    const order = await orderOf(shop, which)
    return order && (await shop.orders.move(order, 'confirmed')).status
  },
  pay: async (shop: Shop, { which, amount, flag }: Command) => {
    const order = await orderOf(shop, which)
    if (!order) return undefined
    const rest = amountOf(order.due) - amountOf(order.paid)
    const part = flag ? rest : Math.max(1, Math.floor((rest * (amount % 90)) / 100))
    const method = amount % 3 === 0 ? 'cash' : 'card'
    return (await shop.orders.act(order, 'payments', { tenders: [{ method, amount: gbp(Math.max(part, 1)) }] })).status
  },
  ship: async (shop: Shop, { which, amount, flag }: Command) => {
    const order = await orderOf(shop, which)
    return order && (await shop.orders.act(order, 'shipments', flag ? {} : { lines: partOf(order, amount) })).status
  },
  deliver: async (shop: Shop, { which }: Command) => {
    const order = await orderOf(shop, which)
    return order && (await shop.orders.move(order, 'delivered')).status
  },
  cancel: async (shop: Shop, { which, amount, flag }: Command) => {
    const order = await orderOf(shop, which)
    const lines = order && amount % 4 ? { lines: partOf(order, amount) } : {}
    return order && (await shop.orders.act(order, 'cancel', { reason: 'Any', refund: flag, ...lines })).status
  },
  sendBack: async (shop: Shop, { which, amount, flag }: Command) => {
    const order = await orderOf(shop, which)
    if (!order) return undefined
    const lines = flag ? {} : { lines: partOf(order, amount) }
    const { status, body } = await shop.orders.act(order, 'return', { reason: 'Any', ...lines })
    if (status === 201) shop.returns.push(body.data)
    return status
  },
  inspect: async ({ returns, till }: Shop, { which, amount, flag }: Command) => {
    const back = returns[which % Math.max(returns.length, 1)]
    if (!back) return undefined
    const post = (step: string, body: object) =>
      world.call(till.manager, 'POST', `/order-returns/${back.id}/${step}`, body)
    if (amount % 7 === 0) return (await post('reject', { reason: 'Any' })).status
    await post('receive', {})
    const lines = [...(back.lines ?? [])].map(({ orderLineId, quantity }) => {
      const whole = Number(quantity)
      const restocked = amount % (whole + 1)
      return { orderLineId, restocked: String(restocked), scrapped: String(Math.floor((whole - restocked) / 2)) }
    })
    return (await post('inspect', { refund: flag, lines })).status
  },
  refund: async (shop: Shop, { which }: Command) => {
    const order = await orderOf(shop, which)
    return order && (await shop.orders.act(order, 'refunds', { reason: 'Any' })).status
  },
  timeOut: async ({ till }: Shop) => {
    now += 3_700_000
    await runSalesJob(world, 'expire-orders', till.companyId)
    return 200
  },
  allocate: async ({ till }: Shop) => {
    await runSalesJob(world, 'allocate-back-orders', till.companyId)
    return 200
  },
} satisfies Record<string, (shop: Shop, command: Command) => Promise<number | undefined>>

/** How often each is done; those that end an order seldom, so that much happens before. */
const weights: Record<Command['does'], number> = {
  ...{ create: 2, confirm: 2, pay: 6, ship: 6, deliver: 3, cancel: 2, sendBack: 4, inspect: 4, refund: 1, timeOut: 1 },
  allocate: 1,
}
const commandOf = (does: Command['does'], weight: number) => ({ arbitrary: fc.constant(does), weight })

const command = fc.record<Command>({
  does: fc.oneof(...Object.entries(weights).map(([does, weight]) => commandOf(does as Command['does'], weight))),
  which: fc.nat(2),
  amount: fc.nat(1000),
  flag: fc.boolean(),
})

test('after any history of orders every equation holds, and nothing fails', async (t) => {
  const till = await makeTill(world)
  await till.goods('MUG', 1199, '4000')
  await till.goods('CUP', 333, '400')
  const charge = { sku: 'POST', name: 'Postage', kind: 'charge', price: gbp(499) }
  assert.equal((await world.call(till.owner, 'POST', '/erp/products', charge)).status, 201)
  const orders = ordersOf(world, till)
  const history = fc.array(command, { minLength: 12, maxLength: 30, size: 'max' })
  const done: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const shop: Shop = { till, orders, made: [], returns: [] }
      await commands.create(shop, { does: 'create', which: 0, amount: 4, flag: false })
      for (const step of steps) {
        const status = await commands[step.does](shop, step)
        assert.ok(status === undefined || status < 500, `${step.does} answered ${status}`)
        if (status !== undefined && status < 300) done[step.does] = (done[step.does] ?? 0) + 1
      }
      await mustAddUp(world)
    }),
    { seed, numRuns: histories, endOnFailure: histories > 100 },
  )
  t.diagnostic(`seed ${seed}, ${histories} histories: ${JSON.stringify(done)}`)
})
