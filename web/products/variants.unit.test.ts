import assert from 'node:assert/strict'
import { test } from 'node:test'
import { combinationsOf, examplesOf, optionsOf } from './variants.rules.ts'

test('options are read as they are typed, values once each', () => {
  const rows = [
    { key: 1, name: ' Size ', values: 'S, M,, S' },
    { key: 2, name: 'Colour', values: 'أحمر، أزرق' },
    { key: 3, name: '', values: 'x' },
  ]
  assert.deepEqual(optionsOf(rows), { Size: ['S', 'M'], Colour: ['أحمر', 'أزرق'] })
})

test('every combination is a variant, and none where nothing is named', () => {
  assert.equal(combinationsOf({ Size: ['S', 'M'], Colour: ['Red', 'Blue', 'Green'] }), 6)
  assert.equal(combinationsOf({}), 0)
  assert.deepEqual(examplesOf({ Size: ['S', 'M'], Colour: ['Red', 'Blue'] }, 3), ['S · Red', 'S · Blue', 'M · Red'])
})
