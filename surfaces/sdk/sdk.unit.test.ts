import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  boolean,
  buildRegistry,
  choice,
  code,
  defineAction,
  defineEntity,
  defineModule,
  integer,
  link,
  list,
  money,
  quantity,
  state,
  text,
} from '#kernel'
import { renderSdk } from '#surfaces/sdk'

const shelf = defineEntity('shelf', {
  label: 'Shelf',
  plural: 'Shelves',
  fields: { name: text({ required: true }) },
})
const box = defineEntity('box', {
  label: 'Box',
  plural: 'Boxes',
  says: 'What goods lie in.',
  also: ['/crates'],
  fields: {
    label: text({ required: true }),
    shelf: link({ to: () => shelf }),
    price: money({ required: true }),
    cost: money({ see: 'store.box.cost' }),
    weight: quantity(),
    size: choice(['small', "giant's"], { required: true }),
    status: state(['open', 'shut']),
  },
  transitions: { shut: { from: 'open', to: 'shut', says: 'Shuts it.' } },
})
const weigh = defineAction('weigh', {
  label: 'Weigh',
  says: 'Weighs it.',
  entity: () => box,
  path: '/store/boxes/:id/weigh',
  input: { id: code({ required: true }), times: integer({ required: true }), hasTare: boolean() },
  output: { weights: list(quantity(), { max: 5, required: true }), note: text() },
  refuses: ['NOT_FOUND'],
  run: async () => ({ weights: [] }),
})
const store = defineModule({
  name: 'store',
  says: 'Boxes on shelves.',
  uses: [],
  resource: 'products',
  entities: [shelf, box],
  actions: [weigh],
  permissions: { 'store.box.cost': { label: 'See costs', resource: 'products', right: 'read' } },
})
const files = renderSdk(buildRegistry([store]))
const written = files.get('store.ts') ?? ''

test('a record has every field, empty ones null, and those that need a permission may be absent', () => {
  assert.equal(
    written.match(/export type StoreBox = [^}]*}/)?.[0],
    `export type StoreBox = {
  label: string
  shelfId: string | null
  price: Money
  cost?: Money | null
  weight: string | null
  size: 'small' | 'giant\\'s'
  status: 'open' | 'shut'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}`,
  )
  assert.match(written, /\/\*\* What goods lie in\. \*\/\nexport type StoreBox /)
})

test('what creates a record leaves out what only actions set', () => {
  const body = written.match(/export type StoreBoxCreateBody = [^}]*}/)?.[0] ?? ''
  assert.match(body, /label: string\n {2}shelfId\?: string \| null/)
  assert.doesNotMatch(body, /status/)
})

test('a route says what it takes, answers and refuses', () => {
  assert.ok(
    written.includes(`  'POST /store/boxes/:id/weigh': {
    params: { id: string }
    query: never
    body: StoreBoxWeighBody
    answer: StoreBoxWeighAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }`),
  )
  assert.ok(written.includes('export type StoreBoxWeighBody = {\n  times: number\n  hasTare?: boolean\n}'))
  assert.ok(written.includes('export type StoreBoxWeighAnswer = {\n  weights: string[]\n  note?: string | null\n}'))
})

test('further addresses and methods are the same as the first', () => {
  assert.ok(written.includes("'PUT /store/boxes/:id': StoreRoutes['PATCH /store/boxes/:id']"))
  assert.ok(written.includes("'GET /crates/:id': StoreRoutes['GET /store/boxes/:id']"))
})

test('a list may be sorted and filtered by its fields', () => {
  assert.match(written, /export type StoreShelfField = 'id' \| 'version' \| 'createdAt' \| 'updatedAt' \| 'name'/)
  assert.match(written, /'GET \/store\/shelfs': \{\n {4}params: never\n {4}query: ListQuery<StoreShelfField>/)
})

test('all routes come together in one file, with the codes that any may answer', () => {
  assert.match(files.get('routes.ts') ?? '', /export interface Routes extends StoreRoutes, FileRoutes \{\}/)
  assert.match(files.get('routes.ts') ?? '', /'RATE_LIMITED'/)
})
