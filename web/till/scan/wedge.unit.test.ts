import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hear, noBurst, withoutScan } from './wedge.rules.ts'

/** Keys with the same pause before each. */
function type(keys: readonly string[], pauseMs: number, from = 1000): (string | undefined)[] {
  let burst = noBurst
  return keys.map((key, n) => {
    const step = hear(burst, key, from + n * pauseMs)
    burst = step.burst
    return step.scanned
  })
}
const keys = (text: string) => [...text, 'Enter']

test('fast keys that end in Enter are a scan', () => {
  assert.equal(type(keys('5012345678900'), 8).at(-1), '5012345678900')
})

test('a person who types and presses Enter is not a scanner', () => {
  assert.equal(type(keys('5012345678900'), 90).at(-1), undefined)
})

test('a few fast keys are no code', () => {
  assert.equal(type(keys('abc'), 5).at(-1), undefined)
})

test('what was typed slowly before a scan does not belong to it', () => {
  let burst = noBurst
  for (const [n, key] of [...'tea'].entries()) burst = hear(burst, key, n * 200).burst
  for (const [n, key] of [...'40061234'].entries()) burst = hear(burst, key, 2000 + n * 5).burst
  assert.equal(hear(burst, 'Enter', 2045).scanned, '40061234')
})

test('shift between the signs of a code does not end it', () => {
  assert.equal(type(['Shift', 'A', 'b', 'Shift', 'C', '1', 'Enter'], 6).at(-1), 'AbC1')
})

test('a key such as an arrow ends what was typed', () => {
  assert.equal(type(['1', '2', '3', '4', 'ArrowLeft', 'Enter'], 5).at(-1), undefined)
})

test('Enter long after the last sign is a person', () => {
  let burst = noBurst
  for (const [n, key] of [...'40061234'].entries()) burst = hear(burst, key, n * 5).burst
  assert.equal(hear(burst, 'Enter', 500).scanned, undefined)
})

test('a field is as it was before the scanner typed into it', () => {
  assert.equal(withoutScan('tea40061234', '40061234'), 'tea')
  assert.equal(withoutScan('something', '40061234'), 'something')
})
