import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Actor, isRefusal, type LoggedEvent } from '#kernel'
import { addMembership, authServices, ensureUser } from '#modules/auth'
import { makeRun, systemActor } from '#platform/execution'
import { makeWorld, type World } from '../../tests/world.ts'
import { registerForSale, shopsAmong } from './contract.ts'
import { sumPerformance } from './listeners/sum-performance.ts'

type Row = { id: string; [name: string]: unknown }
type Company = { id: string; owner: Actor }
let world: World
before(async () => {
  world = await makeWorld({ listeners: false, clock: () => Date.parse('2024-03-10T12:00:00Z') })
})
after(() => world.close())

let count = 0
async function newCompany(): Promise<Company> {
  count += 1
  const body = { name: `Company ${count}`, currency: 'GBP', timeZone: 'Europe/London', country: 'GB' }
  const { id } = (await world.call<Row>(world.root, 'POST', '/companies', body)).body.data
  return { id, owner: world.person(id, 'company_admin') }
}

async function create(who: Actor, path: string, body: object): Promise<Row> {
  const reply = await world.call<Row>(who, 'POST', path, body)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  return reply.body.data
}
const newShop = (owner: Actor, code = 'A') => create(owner, '/shops', { code, name: `Shop ${code}` })

const inCompany = <R>({ id, owner }: Company, work: (context: ReturnType<typeof makeRun>['context']) => Promise<R>) =>
  world.app.db.transaction(id, async (sql) => {
    const actor = { ...systemActor(world.app, 'test', id), shopIds: owner.shopIds }
    const { context } = makeRun({ app: world.app, actor, companyId: id, scope: 'company', requestId: 'test', sql })
    return { result: await work(context) }
  })

const event = (type: string, data: LoggedEvent['data']): LoggedEvent => ({
  seq: 1,
  id: '',
  companyId: '',
  type,
  entity: '',
  subjectId: '',
  version: 1,
  data,
  actor: { kind: 'system', id: '', name: '' },
  requestId: '',
  at: '',
})
const document = (shopId: string, businessDate: string, net: number) => ({
  shopId,
  businessDate,
  currency: 'GBP',
  net,
  tax: net / 5,
  total: net + net / 5,
})
const sale = (shopId: string, date: string, net: number) =>
  event('sale.completed', { sale: document(shopId, date, net) })
const giveBack = (shopId: string, date: string, net: number) =>
  event('sale.returned', { creditNote: document(shopId, date, net) })

test('a shop keeps the time zone and country of its company where it names none', async () => {
  const { owner } = await newCompany()
  const shop = await newShop(owner)
  assert.deepEqual([shop.timeZone, shop.country, shop.status], ['Europe/London', 'GB', 'active'])
})

test('times of day are answered as they are written', async () => {
  const { owner } = await newCompany()
  const openingHours = [{ day: 'mon', opens: '09:00', closes: '17:30' }]
  const made = await create(owner, '/shops', { code: 'A', name: 'A', dayStart: '04:00', openingHours })
  const { body } = await world.call(owner, 'GET', `/shops/${made.id}`)
  assert.deepEqual([body.data.dayStart, body.data.openingHours], ['04:00', openingHours])
})

test('an unknown time zone is refused by field', async () => {
  const { owner } = await newCompany()
  const reply = await world.call(owner, 'POST', '/shops', { code: 'A', name: 'A', timeZone: 'Mars/Base' })
  assert.deepEqual([reply.status, reply.body.details?.[0]?.field], [400, 'timeZone'])
})

test('a code is taken once in the company', async () => {
  const { owner } = await newCompany()
  await newShop(owner)
  const reply = await world.call(owner, 'POST', '/shops', { code: 'A', name: 'Again' })
  assert.deepEqual([reply.status, reply.body.code], [409, 'ALREADY_EXISTS'])
})

test('a manager sees the assigned shop and its registers, and nothing of another', async () => {
  const { id, owner } = await newCompany()
  const [mine, other] = [await newShop(owner, 'A'), await newShop(owner, 'B')]
  for (const shop of [mine, other])
    await create(owner, '/registers', { code: `R${shop.code}`, name: 'Till', shopId: shop.id })
  const manager = world.person(id, 'shop_manager', { shopIds: [mine.id] })
  const seen = (await world.call<Row[]>(manager, 'GET', '/shops')).body.data
  assert.deepEqual(
    seen.map((shop) => shop.id),
    [mine.id],
  )
  const tills = (await world.call<Row[]>(manager, 'GET', '/registers')).body.data
  assert.deepEqual(
    tills.map((till) => till.shopId),
    [mine.id],
  )
  for (const path of ['', '/performance']) {
    assert.equal((await world.call(manager, 'GET', `/shops/${other.id}${path}`)).status, 404, path)
  }
  assert.equal((await world.call(manager, 'PATCH', `/shops/${mine.id}`, { name: 'Mine' })).status, 403)
})

test('a shop with a register is in use and cannot be removed, but closed', async () => {
  const { owner } = await newCompany()
  const shop = await newShop(owner)
  await create(owner, '/registers', { code: 'R1', name: 'Till', shopId: shop.id })
  const gone = await world.call(owner, 'DELETE', `/shops/${shop.id}`)
  assert.deepEqual([gone.status, gone.body.code], [409, 'IN_USE'])
  assert.equal((await world.call(owner, 'POST', `/shops/${shop.id}/close`, {})).status, 200)
})

test("a register of another company's shop is refused", async () => {
  const [one, two] = [await newCompany(), await newCompany()]
  const shop = await newShop(one.owner)
  const reply = await world.call(two.owner, 'POST', '/registers', { code: 'R1', name: 'Till', shopId: shop.id })
  assert.deepEqual([reply.status, reply.body.code], [422, 'REFERENCE_NOT_FOUND'])
})

test('a sale learns of its register, shop and trading day in one statement', async () => {
  const company = await newCompany()
  const shop = await newShop(company.owner)
  const till = await create(company.owner, '/registers', { code: 'R1', name: 'Till', shopId: shop.id })
  const found = await inCompany(company, (context) =>
    registerForSale(context, { shopId: shop.id, registerId: till.id }),
  )
  assert.deepEqual(found, {
    shopId: shop.id,
    shopCode: 'A',
    registerId: till.id,
    registerCode: 'R1',
    timeZone: 'Europe/London',
    dayStart: '00:00',
    warehouseId: null,
    gstin: null,
    lut: null,
  })
})

test('a register of another shop, or one that is closed, is no register for a sale', async () => {
  const company = await newCompany()
  const [a, b] = [await newShop(company.owner, 'A'), await newShop(company.owner, 'B')]
  const till = await create(company.owner, '/registers', { code: 'R1', name: 'Till', shopId: a.id })
  const refused = (error: unknown) => isRefusal(error) && error.code === 'REFERENCE_NOT_FOUND'
  const at = (shopId: string) =>
    inCompany(company, (context) => registerForSale(context, { shopId, registerId: till.id }))
  await assert.rejects(at(b.id), refused)
  await world.call(company.owner, 'POST', `/registers/${till.id}/close`, {})
  await assert.rejects(at(a.id), refused)
})

test('performance sums sales less returns by day and compares with the period before', async () => {
  const company = await newCompany()
  const shop = await newShop(company.owner)
  await inCompany(company, (context) =>
    sumPerformance.run(context, [
      sale(shop.id, '2024-03-01', 5000),
      sale(shop.id, '2024-03-09', 1000),
      sale(shop.id, '2024-03-09', 3000),
    ]),
  )
  await inCompany(company, (context) => sumPerformance.run(context, [giveBack(shop.id, '2024-03-10', 1500)]))
  const reply = await world.call(company.owner, 'GET', `/shops/${shop.id}/performance?from=2024-03-06`)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const { to, totals, before, change, days } = reply.body.data
  const gbp = (amount: number) => ({ amount, currency: 'GBP' })
  assert.equal(to, '2024-03-10')
  assert.deepEqual(totals, { sales: 2, returns: 1, net: gbp(2500), tax: gbp(500), total: gbp(3000) })
  assert.deepEqual([before?.from, before?.net], ['2024-03-01', gbp(5000)])
  assert.deepEqual(change, { sales: '100', net: '-50' })
  assert.deepEqual(
    [...(days ?? [])].map(({ date, sales }) => [date, sales]),
    [
      ['2024-03-09', 2],
      ['2024-03-10', 0],
    ],
  )
})

test('ids that are no shops of the company are left out', async () => {
  const [one, two] = [await newCompany(), await newCompany()]
  const [mine, other] = [await newShop(one.owner), await newShop(two.owner)]
  const found = await inCompany(one, ({ sql }) => shopsAmong(sql, one.id, [mine.id, other.id]))
  assert.deepEqual(found, [mine.id])
})

test('assigning staff adds the shop to those of the member, gives the role, and says so', async () => {
  const { id, owner } = await newCompany()
  const [a, b] = [await newShop(owner, 'A'), await newShop(owner, 'B')]
  const auth = inCompany({ id, owner }, async (context) => context.use(authServices))
  const user = await ensureUser(await auth, { email: `staff${count}@example.com`, name: 'Sam' })
  await addMembership(await auth, { companyId: id, userId: user.id, role: 'shop_staff', shopIds: [a.id] })
  const body = { userId: user.id, role: 'shop_manager' }
  const reply = await world.call(owner, 'POST', `/shops/${b.id}/staff`, body)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const [member] = await world.app.db.relay`
    select role, shop_ids from auth.membership where company_id = ${id} and user_id = ${user.id}`
  assert.deepEqual([member?.role, new Set(member?.shop_ids)], ['shop_manager', new Set([a.id, b.id])])
  const [said] = await world.app.db.relay`
    select shop_id, data from event_log.event where company_id = ${id} and type = 'shop.staff_assigned'`
  assert.deepEqual([said?.shop_id, said?.data.userId], [b.id, user.id])
})

test("nobody outside the company can be assigned, nor anybody to another company's shop", async () => {
  const [one, two] = [await newCompany(), await newCompany()]
  const [mine, other] = [await newShop(one.owner), await newShop(two.owner)]
  const stranger = { userId: world.app.newId() }
  assert.equal((await world.call(one.owner, 'POST', `/shops/${mine.id}/staff`, stranger)).status, 422)
  assert.equal((await world.call(one.owner, 'POST', `/shops/${other.id}/staff`, stranger)).status, 404)
})
