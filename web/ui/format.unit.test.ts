import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatOf } from './format.ts'

const shown = (amount: number, currency: string, locale = 'en-GB') => formatOf(locale).money({ amount, currency })

test('money is shown with the decimals that its minor units have', () => {
  assert.equal(shown(1250, 'GBP'), '£12.50')
  assert.equal(shown(1250, 'JPY'), '¥1,250')
  assert.match(shown(12345, 'KWD'), /12\.345$/)
  assert.match(shown(100_000, 'HUF'), /1,000\.00$/)
  assert.match(shown(123_456, 'IQD'), /123\.456$/)
})

test('pounds and dollars are their sign alone in Arabic, and what has only letters keeps them', () => {
  assert.match(shown(1250, 'GBP', 'ar-u-nu-latn'), /12\.50\s£/)
  assert.doesNotMatch(shown(-1250, 'USD', 'ar-u-nu-latn'), /US/)
  assert.match(shown(1250, 'AED', 'ar-u-nu-latn'), /د\.إ/)
  assert.equal(shown(1250, 'GBP', 'hi-IN-u-nu-latn'), '£12.50')
})

test('an amount beyond what a float holds is shown to the last unit', () => {
  assert.equal(shown(Number.MAX_SAFE_INTEGER, 'GBP'), '£90,071,992,547,409.91')
})
