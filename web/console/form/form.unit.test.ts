import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDescription } from '#web/data/description.ts'
import { conflictsOf, settled } from './conflict.rules.ts'
import { formFields, sectionsOf } from './sections.rules.ts'

const field = (name: string, kind: FieldDescription['kind'], more: Partial<FieldDescription> = {}) => ({
  ...{ name, kind, label: name, required: false },
  ...more,
})

test('a field that only one of two people changed is settled by itself, one that both changed is not', () => {
  const before = { name: 'Lantern', price: null, note: 'old' }
  const conflicts = conflictsOf(
    ['name', 'price', 'note'],
    before,
    { ...before, name: 'Mine', note: 'mine' },
    { ...before, name: 'Theirs', price: { amount: 5, currency: 'GBP' } },
  )
  assert.deepEqual(
    conflicts.map(({ field, usual }) => [field, usual]),
    [
      ['name', undefined],
      ['price', 'theirs'],
      ['note', 'yours'],
    ],
  )
  const theirs = { name: 'Theirs', price: { amount: 5, currency: 'GBP' }, note: 'old' }
  assert.deepEqual(settled(conflicts, { name: 'yours' }, theirs), {
    ...{ name: 'Mine', price: { amount: 5, currency: 'GBP' }, note: 'mine' },
  })
})

test('what both changed to the same is no conflict, whatever the order of its parts', () => {
  const before = { price: { amount: 1, currency: 'GBP' } }
  const [mine, theirs] = [{ price: { amount: 2, currency: 'GBP' } }, { price: { currency: 'GBP', amount: 2 } }]
  assert.deepEqual(conflictsOf(['price'], before, mine, theirs), [])
})

test('a short form is one section, a long one has several, and every field is in exactly one', () => {
  const few = [field('name', 'text'), field('price', 'money')]
  assert.deepEqual(
    sectionsOf(few).map(({ name }) => name),
    ['facts'],
  )
  const many = [
    ...['sku', 'name', 'kind', 'size'].map((name) => field(name, 'text')),
    ...['price', 'cost'].map((name) => field(name, 'money')),
    ...['brandId', 'unitId'].map((name) => field(name, 'link')),
    field('since', 'date'),
    field('address', 'group', { fields: [] }),
  ]
  const sections = sectionsOf(many)
  assert.deepEqual(
    sections.map(({ name }) => name),
    ['facts', 'amounts', 'links', 'own'],
  )
  assert.deepEqual(
    sections.flatMap(({ fields }) => fields.map(({ name }) => name)).toSorted(),
    many.map(({ name }) => name).toSorted(),
  )
})

test('what is given once is asked for once, and what is computed never', () => {
  const entity = {
    fields: [field('sku', 'text', { fixed: true }), field('name', 'text'), field('path', 'tags', { computed: true })],
    form: ['sku', 'name'],
  }
  const names = (isNew: boolean) => formFields(entity, isNew).map(({ name }) => name)
  assert.deepEqual(names(true), ['sku', 'name'])
  assert.deepEqual(names(false), ['name'])
})
