import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTime, TooLate } from './in-time.ts'

test('what ends in time answers as it does', async () => {
  assert.equal(await inTime(10_000, Promise.resolve(7)), 7)
  await assert.rejects(inTime(10_000, Promise.reject(new Error('own fault'))), /own fault/)
})

test('what never ends is given up', async () => {
  await assert.rejects(inTime(1, new Promise(() => undefined)), TooLate)
})
