/**
 * Hostile values, states and versions over every operation of the registry (A26, A27, A31, A32, A40): what holds for
 * one entity must hold for those that come later.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type EntityEntry, type Field, type Fields, inputOf, type Operation, propertyOf } from '#kernel'
import { type Body, withValue } from './bodies.ts'
import { hasBody, pathOf, twoCompanies } from './two-companies.ts'

const { world, ours, operations } = await twoCompanies()
after(() => world.close())

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  world.call(ours.owner, method, path, body, headers)
const may = ({ permission }: Operation): boolean => permission === undefined || ours.owner.grants.has(permission)
const withBody = operations.filter((operation) => hasBody(operation) && may(operation))

type Place = { path: (string | number)[]; kind: Field['kind'] }

/** Where fields of the kinds stand in a body; of lists in the first item. */
function placesOf(fields: Fields, kinds: readonly string[], above: Place['path'] = []): Place[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...above, propertyOf(name, field)]
    if (kinds.includes(field.kind)) return [{ path, kind: field.kind }]
    if (field.kind === 'group') return placesOf(field.fields, kinds, path)
    if (field.kind === 'list' && field.of.kind === 'group') return placesOf(field.of.fields, kinds, [...path, 0])
    return []
  })
}

/** Sends each value to each place; answers those that were not refused as invalid with the place named. */
async function accepted(kinds: readonly string[], valuesOf: (kind: string) => readonly unknown[]): Promise<string[]> {
  const wrong: string[] = []
  let count = 0
  for (const operation of withBody) {
    for (const { path, kind } of placesOf(inputOf(operation), kinds)) {
      if (operation.paths[0]?.includes(`:${path[0]}`)) continue
      for (const value of valuesOf(kind)) {
        count += 1
        const body = withValue(ours.bodyOf(operation), path, value)
        const { status, body: answer } = await call(operation.method, pathOf(ours, operation), body)
        const isNamed = answer.details?.some(({ field }) => field?.startsWith(String(path[0])))
        if (`${status} ${answer.code}` !== '400 VALIDATION_FAILED' || !isNamed)
          wrong.push(`${operation.address} ${path.join('.')} ${JSON.stringify(value)}: ${status} ${answer.code}`)
      }
    }
  }
  assert.ok(count > 20, 'there are such fields')
  return wrong
}

test('A26: no number is taken in another form than its own, by any operation', async () => {
  const decimals = [1, 1.5, 2 ** 53, '1e3', ' 1', '+1', '0x10', '1,5', '01', 'NaN', '1'.padEnd(19, '0'), '1.1234567']
  const integers = ['2', 1.5, 2 ** 53, -(2 ** 53), true, [1]]
  const wrong = await accepted(['quantity', 'rate', 'integer'], (kind) => (kind === 'integer' ? integers : decimals))
  assert.deepEqual(wrong, [])
})

test('A27: no amount is taken in fractions of a minor unit or without a currency, by any operation', async () => {
  const amounts = [0.001, '1', 2 ** 53, null].map((amount) => ({ amount, currency: 'GBP' }))
  const currencies = ['gbp', 'ZZZ', '', null, 826].map((currency) => ({ amount: 100, currency }))
  const wrong = await accepted(['money'], () => [...amounts, ...currencies, 100, '100', { amount: 100 }])
  assert.deepEqual(wrong, [])
})

const versioned = operations.filter(
  ({ does, entity }) => entity && (does.kind === 'update' || does.kind === 'transition' || does.kind === 'delete'),
)

test('A32: whoever has read an older version changes nothing, by any operation', async () => {
  const wrong: string[] = []
  for (const operation of versioned.filter(may)) {
    const path = pathOf(ours, operation)
    const body = hasBody(operation) ? ours.bodyOf(operation) : undefined
    const tries = [await call(operation.method, path, body, { 'if-match': '"99"' })]
    if (body) tries.push(await call(operation.method, path, { ...body, version: 99 }))
    for (const { status, body: answer } of tries)
      if (`${status} ${answer.code}` !== '412 VERSION_CONFLICT')
        wrong.push(`${operation.address}: ${status} ${answer.code}`)
    const odd = await call(operation.method, path, body, { 'if-match': 'latest' })
    if (odd.status !== 400) wrong.push(`${operation.address} If-Match latest: ${odd.status}`)
  }
  assert.deepEqual(wrong, [])
})

test('A32: of two people with the same version one changes the record', async () => {
  const path = `/erp/products/${ours.ids.get('catalog.product')}`
  const { version } = (await call('GET', path)).body.data
  const change = (name: string) => call('PATCH', path, { name, version })
  const replies = await Promise.all(['Mine', 'Yours', 'Theirs'].map(change))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 412, 412])
})

test('A31: a record goes only where its state leads, by any transition', async () => {
  const wrong: string[] = []
  let jumps = 0
  const moves = operations.filter((operation) => operation.does.kind === 'transition' && may(operation))
  // Each twice in a row: the second starts from where the first has led.
  for (const { entity, does, ...operation } of moves.flatMap((move) => [move, move])) {
    if (!entity || does.kind !== 'transition') continue
    const state = await stateOf(entity, does.state)
    const isLegal = [does.transition.from].flat().includes(state)
    if (!isLegal) jumps += 1
    const { status, body } = await call('POST', pathOf(ours, { ...operation, entity, does }), {})
    const isRefused = `${status} ${body.code}` === '409 INVALID_TRANSITION'
    if (isLegal === isRefused) wrong.push(`${operation.address} from ${state}: ${status} ${body.code}`)
    if (!isLegal && (await stateOf(entity, does.state)) !== state) wrong.push(`${operation.address} moved all the same`)
  }
  assert.deepEqual(wrong, [])
  assert.ok(jumps >= 5, 'there are jumps to refuse')
})

async function stateOf(entity: EntityEntry, field: string): Promise<string> {
  const { body } = await call('GET', `${entity.path}/${ours.idOf(entity)}`)
  return String(body.data[field])
}

test('A31: a state is no field, and what is posted takes no change', async () => {
  const wrong: string[] = []
  for (const operation of operations.filter(({ does, ...each }) => does.kind === 'update' && may({ does, ...each }))) {
    for (const [name, field] of Object.entries(operation.entity?.definition.fields ?? {})) {
      if (field.kind !== 'state') continue
      for (const value of field.of) {
        const { status } = await call('PATCH', pathOf(ours, operation), { [name]: value })
        if (status !== 400) wrong.push(`${operation.address} ${name} ${value}: ${status}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
  for (const address of ['sales.sale', 'sales.creditNote', 'inventory.move', 'finance.journalEntry']) {
    const entity = world.app.registry.entities.get(address)
    assert.ok(entity, `${address} is no entity any more`)
    for (const method of ['PATCH', 'PUT', 'DELETE']) {
      const reply = await call(method, `${entity.path}/${ours.idOf(entity)}`, method === 'DELETE' ? undefined : {})
      assert.equal(reply.body.code, 'METHOD_NOT_ALLOWED', `${method} ${entity.path}`)
    }
  }
})

test('A40: names that reach a prototype are refused in every body, at every depth', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  const wrong: string[] = []
  for (const operation of withBody) {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const evil = JSON.parse(`{"${name}":{"polluted":"yes"}}`) as Body
      for (const body of [Object.assign(JSON.parse(`{"${name}":1}`), ours.bodyOf(operation)), { deep: [{ evil }] }]) {
        const { status, body: answer } = await call(operation.method, pathOf(ours, operation), body)
        if (`${status} ${answer.code}` !== '400 FORBIDDEN_KEY') wrong.push(`${operation.address} ${name}: ${status}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before)
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
})
