import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ApiRefusal } from '#sdk/client'
import turkish from '../words/labels/tr.json' with { type: 'json' }
import { inWords, refuseIn } from './refusal-words.ts'

const refusal = new ApiRefusal({
  code: 'NOT_FOUND',
  status: 404,
  message: 'There is no such record.',
  details: [{ field: 'lines.0', message: '3 of 7 are there' }],
  requestId: 'r1',
  retryAfter: undefined,
})
after(() => refuseIn((english) => english))

test('a refusal is told in the language of the page, and what has no words there as the API says it', () => {
  const labels: Readonly<Record<string, string>> = turkish
  refuseIn((english) => labels[english] ?? english)
  const told = inWords(refusal)
  assert.ok(told instanceof ApiRefusal)
  assert.equal(told.message, 'Böyle bir kayıt yok.')
  assert.deepEqual([told.code, told.status, told.requestId], ['NOT_FOUND', 404, 'r1'])
  assert.deepEqual(told.details, refusal.details)
})

test('any other error stays what it is', () => {
  const error = new TypeError('Failed to fetch')
  assert.equal(inWords(error), error)
})
