import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildRegistry, type Field, inputOf, type Operation } from '#kernel'
import { limitMax } from '#platform/execution'
import { declaredTables } from '#surfaces/tables'
import { modules } from '../../processes/modules.ts'

const root = join(import.meta.dirname, '../..')
const registry = buildRegistry(modules)
const operations = [...registry.operations.values()]
const addresses = (found: readonly Operation[]): string[] => found.map(({ address }) => address)

/** Hand-written lists that are short by themselves, and why. */
const shortLists: Readonly<Record<string, string>> = {
  'auth.listPermissions': 'what the code declares',
  'auth.listRoles': 'the built-in ones and at most 200 of the company',
  'console.search': 'a few records of each entity',
  'imports.targets': 'what the code declares',
}

test('every operation asks for a permission or says who else may', () => {
  const open = operations.filter(({ access, permission }) =>
    access === 'permission' ? !permission || !registry.permissions.has(permission) : permission !== undefined,
  )
  assert.deepEqual(addresses(open), [])
})

test('every hand-written list is bounded by a limit, or short for a stated reason', () => {
  const lists = operations.filter(
    ({ does, method }) => method === 'GET' && does.kind === 'action' && does.action.answersList,
  )
  const isBounded = (field: Field | undefined) => field?.kind === 'integer' && field.max <= limitMax
  const unbounded = lists.filter((list) => !isBounded(inputOf(list).limit) && !(list.address in shortLists))
  assert.deepEqual(addresses(unbounded), [])
  const needless = Object.keys(shortLists).filter((address) => !lists.some((list) => list.address === address))
  assert.deepEqual(needless, [], 'exceptions that except nothing')
})

test('a listener has a name of its own and hears events that somebody declares', () => {
  const names = registry.listeners.map(({ address }) => address)
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
  const unheard = registry.listeners.flatMap(({ address, definition }) =>
    definition.on.filter((type) => type !== '*' && !registry.events.has(type)).map((type) => `${address}: ${type}`),
  )
  assert.deepEqual(unheard, [])
})

test('an event type is two words in lower case: what, and what happened to it', () => {
  assert.deepEqual(
    [...registry.events.keys()].filter((type) => !/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/.test(type)),
    [],
  )
})

test('every refusal has a code in capitals, a status from 400 on and a sentence', () => {
  const poor = [...registry.refusals].filter(
    ([code, { status, says }]) =>
      !/^[A-Z]+(_[A-Z]+)*$/.test(code) || status < 400 || status > 599 || !/^[A-Z].*\.$/.test(says),
  )
  assert.deepEqual(poor, [])
})

test('every code that a module refuses with is in the catalogue', () => {
  const unknown = globSync('modules/**/*.ts', { cwd: root }).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const codes = [...text.matchAll(/\brefuse\w*\(\s*'([A-Z][A-Z_]+)'/g)].map((match) => match[1] ?? '')
    const module = path.split('/')[1]
    const isListed = modules.some(({ name }) => name === module)
    return codes.filter((code) => isListed && !registry.refusals.has(code)).map((code) => `${path}: ${code}`)
  })
  assert.deepEqual(unknown, [])
})

test('an entity belongs to one module', () => {
  const definitions = modules.flatMap(({ entities = [] }) => entities)
  assert.deepEqual(
    definitions.filter((each, index) => definitions.indexOf(each) !== index),
    [],
  )
})

test('a link leads to the same module or to one that it uses', () => {
  const usesOf = new Map(modules.map(({ name, uses }) => [name, [name, ...uses]]))
  const wrong = [...registry.entities.values()].flatMap(({ address, module, definition }) =>
    Object.entries(definition.fields).flatMap(([name, field]) => {
      if (field.kind !== 'link') return []
      const target = registry.entityOf(field.to())
      return usesOf.get(module)?.includes(target.module) ? [] : [`${address}.${name} leads to ${target.address}`]
    }),
  )
  assert.deepEqual(wrong, [])
})

test('what only some may see is not found by searching', () => {
  const leaks = [...registry.entities.values()].flatMap(({ address, definition }) =>
    Object.entries(definition.fields)
      .filter(([, field]) => field.search && field.see)
      .map(([name]) => `${address}.${name}`),
  )
  assert.deepEqual(leaks, [])
})

test('the names of constraints, indexes and triggers are unique in their schema and fit into PostgreSQL', () => {
  const names = declaredTables(registry).flatMap(({ module, name, ...table }) => [
    ...table.constraints.filter(({ sql }) => !sql.startsWith('check')).map((each) => `${module}.${each.name}`),
    ...table.indexes.map((each) => `${module}.${each.name}`),
    name,
  ])
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  )
  assert.deepEqual(
    names.filter((name) => (name.split('.')[1] ?? '').length > 63),
    [],
  )
})
