import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildRegistry } from '#kernel'
import { modules } from '../../processes/modules.ts'

type Endpoint = { method: string; path: string; module: string; state: string }

const scope = readFileSync(join(import.meta.dirname, '../scope/endpoints.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
const endpoints: Endpoint[] = scope.map((line) => {
  const [method = '', path = '', module = '', , , state = ''] = line.split('\t')
  return { method, path, module, state }
})

/** Parameters may have any name. */
const doorOf = (method: string, path: string): string => `${method} ${path.replace(/:[A-Za-z]+/g, ':')}`

const doors = new Set(
  [...buildRegistry(modules).operations.values()].flatMap(({ method, alsoMethods, paths }) =>
    [method, ...alsoMethods].flatMap((each) => paths.map((path) => doorOf(each, path))),
  ),
)

// Health, metrics and docs belong to the process, not to the registry.
const required = endpoints.filter(({ module }) => module !== 'gateway')

test('every required endpoint says whether it is built or absent', () => {
  assert.deepEqual(
    endpoints.filter(({ state }) => state !== 'built' && state !== 'absent'),
    [],
  )
})

test('every endpoint that is listed as built has its operation', () => {
  const missing = required.filter(({ state, method, path }) => state === 'built' && !doors.has(doorOf(method, path)))
  assert.deepEqual(
    missing.map(({ method, path }) => `${method} ${path}`),
    [],
  )
})

test('no endpoint that is listed as absent has an operation already', () => {
  const there = required.filter(({ state, method, path }) => state === 'absent' && doors.has(doorOf(method, path)))
  assert.deepEqual(
    there.map(({ method, path }) => `${method} ${path}`),
    [],
    'say "built" in tests/scope/endpoints.tsv',
  )
})
