import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { buildRegistry } from '#kernel'
import { modules } from '../../../processes/modules.ts'
import { grantsOf, includesAll, reaches, rightsOf } from './grants.ts'
import { builtInRoles, type Cell, named, requiredRights } from './roles.ts'

const { permissions, entities } = buildRegistry(modules)

/** Words of the requirements, as rights and reach. A cell with a reach alone reads. */
function meaning(cell: string): Cell {
  if (cell === '-') return '-'
  const [first = '', ...rest] = cell.split(' ')
  const verbs: Record<string, 'CRUD' | 'R' | 'U'> = { CRUD: 'CRUD', read: 'R', update: 'U' }
  const words = verbs[first] ? rest.join(' ') : cell
  const reach: Record<string, 'all' | 'company' | 'shop'> = {
    '': 'all',
    all: 'all',
    company: 'company',
    'own company': 'company',
    'own shop': 'shop',
    assigned: 'shop',
  }
  if (!reach[words]) throw new Error(`${cell} says no reach that we know`)
  return `${verbs[first] ?? 'R'} ${reach[words]}`
}

/** Where the requirements say only "own" or nothing, whose own it is. */
const own: Record<string, Cell> = {
  'companies company_admin': 'R company',
  'orders customer': 'R own',
  'users customer': 'U own',
  'products customer': 'R company',
}

test('the table of rights equals the one of the requirements, cell by cell', () => {
  const [header = '', ...lines] = readFileSync(new URL('../../../tests/scope/permissions.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  assert.deepEqual(header.split('\t').slice(1), [...builtInRoles])
  const expected = lines.map((line) => {
    const [resource = '', ...cells] = line.split('\t')
    return [resource, cells.map((cell, at) => own[`${resource} ${builtInRoles[at]}`] ?? meaning(cell))]
  })
  assert.deepEqual(Object.fromEntries(expected), requiredRights)
})

test('updating includes reading, and counts for actions', () => {
  assert.deepEqual(rightsOf('U shop'), { rights: ['update', 'read', 'do'], scope: 'shop' })
  assert.equal(rightsOf('-'), undefined)
})

test('a company admin holds everything that the narrower roles hold', () => {
  const admin = grantsOf('company_admin', permissions)
  for (const role of ['shop_manager', 'shop_staff', 'customer']) {
    assert.ok(includesAll(admin, grantsOf(role, permissions)), role)
    assert.ok(!includesAll(grantsOf(role, permissions), admin), role)
  }
})

test('a wider reach includes a narrower one, and shop and own do not include each other', () => {
  assert.ok(reaches('all', 'company') && reaches('company', 'shop') && reaches('company', 'own'))
  assert.ok(
    !reaches('shop', 'own') && !reaches('own', 'shop') && !reaches('company', 'all') && !reaches(undefined, 'own'),
  )
})

/** What cashiers do: sell, take orders to their end, and take payments at gateways. */
const ofCashiers = [
  ...['sales.sale.sell', 'loyalty.giftCard.lookUp', 'loyalty.giftCard.code'],
  ...['salesOrder.pay', 'salesOrder.ship', 'shipment.deliver'].map((verb) => `sales.${verb}`),
  ...['start', 'process', 'lookUp'].map((verb) => `payments.paymentIntent.${verb}`),
]

test('a cashier sells at the till and neither takes back nor counts stock', () => {
  const staff = grantsOf('shop_staff', permissions)
  assert.equal(staff.get('sales.sale.sell'), 'shop')
  const beyond = [...staff.keys()].filter((permission) => {
    const entry = permissions.get(permission)
    return entry?.right === 'do' && !ofCashiers.includes(permission)
  })
  assert.deepEqual(beyond, [])
})

test('an unknown role, and a name that objects inherit, hold nothing', () => {
  for (const role of ['owner', '', 'constructor', '__proto__', 'custom', 'none']) {
    assert.equal(grantsOf(role, permissions).size, 0, role)
  }
})

test('the grants of a role are worked out once for a registry', () => {
  assert.equal(grantsOf('shop_staff', permissions), grantsOf('shop_staff', permissions))
})

test('a permission to see a field is named by itself, so that reading the record is not enough', () => {
  const seen = [...entities.values()].flatMap(({ definition }) =>
    Object.values(definition.fields).flatMap(({ see }) => see ?? []),
  )
  assert.deepEqual(
    seen.filter((permission) => !named[permission]),
    [],
  )
})

test('every permission that is named exists', () => {
  assert.deepEqual(
    Object.keys(named).filter((permission) => !permissions.has(permission)),
    [],
  )
})
