import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from './device.rules.ts'

test('a browser that names others as well is called by its own name', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'
  assert.deepEqual(deviceOf(edge), { browser: 'Edge', system: 'Windows', isPhone: false })
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36'
  assert.deepEqual(deviceOf(chrome), { browser: 'Chrome', system: 'Linux', isPhone: false })
})

test('a phone is a phone, whatever runs on it', () => {
  const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1'
  assert.deepEqual(deviceOf(safari), { browser: 'Safari', system: 'iPhone', isPhone: true })
})

test('a program that is no browser has no such names', () => {
  assert.deepEqual(deviceOf('curl/8.0'), { browser: undefined, system: undefined, isPhone: false })
})
