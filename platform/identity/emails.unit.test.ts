import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normaliseEmail } from './emails.ts'

test('Spellings of one mailbox become one address', () => {
  const spellings = [
    'ann@example.com',
    ' Ann@Example.COM\n',
    'ann＠example.com',
    'ann﹫example.com',
    'ａｎｎ@example.com',
    'ann@ｅｘａｍｐｌｅ.com',
    'ann@example。com',
    'ann@exam\u00adple.com'.replace('\u00ad', ''),
  ]
  for (const spelling of spellings) assert.equal(normaliseEmail(spelling), 'ann@example.com', spelling)
})

test('Domains of other scripts become punycode, and both spellings are one', () => {
  assert.equal(normaliseEmail('ann@bücher.example'), 'ann@xn--bcher-kva.example')
  assert.equal(normaliseEmail('ann@BÜCHER.example'), normaliseEmail('ann@xn--bcher-kva.example'))
  assert.equal(normaliseEmail('ann@bu\u0308cher.example'), 'ann@xn--bcher-kva.example')
})

test('Addresses of every day pass unchanged', () => {
  for (const address of ['a@b.co', "o'brien+tag@mail.example.co.uk", 'owner@gift.test', 'x_1-y.z@a-b.example']) {
    assert.equal(normaliseEmail(address), address)
  }
})

test('What is no mailbox, or could pass for another, is refused naming the field', () => {
  const bad = [
    '',
    '@',
    'ann',
    'ann@',
    '@example.com',
    'ann@@example.com',
    'ann﹫evil.test@example.com',
    'ann@localhost',
    'ann@example.com.',
    'ann.@example.com',
    '.ann@example.com',
    'a..b@example.com',
    'ann@example..com',
    'ann@.example.com',
    'ann@127.0.0.1',
    'ann@[127.0.0.1]',
    'ann@2130706433',
    'a\u0000nn@example.com',
    'ann\u200b@example.com',
    'ann@example.com\r\nBcc: x@evil.test',
    'ann b@example.com',
    '"a b"@example.com',
    'аnn@example.com',
    'ann@-example.com',

    'ann<b>@example.com',
    'ann@example.com,x@evil.test',
    'ann\u202e@example.com',
    'ann@exa_mple.com',
    'ann@example.1',
    `${'a'.repeat(65)}@example.com`,
    `ann@${'a'.repeat(64)}.com`,
    `ann@${'abcdefghi.'.repeat(25)}com`,
    'x'.repeat(1_000_000),
  ]
  for (const address of bad) {
    assert.throws(
      () => normaliseEmail(address, 'to'),
      (error: Error & { code?: string; details?: { field?: string }[] }) => {
        return error.code === 'VALIDATION_FAILED' && error.details?.[0]?.field === 'to'
      },
      JSON.stringify(address.slice(0, 60)),
    )
  }
})

test('The longest legal address passes', () => {
  const address = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.com`
  assert.equal(address.length, 254)
  assert.equal(normaliseEmail(address), address)
})

test('Normalising is done in one pass: doing it again changes nothing', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const text = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'binary' }).map((local) => `${local}@example.com`),
    fc.string({ unit: 'grapheme' }).map((domain) => `ann@${domain}.com`),
  )
  fc.assert(
    fc.property(text, (raw) => {
      let once: string
      try {
        once = normaliseEmail(raw)
      } catch {
        return
      }
      assert.equal(normaliseEmail(once), once)
      assert.match(once, /^[\x21-\x7e]+$/)
    }),
    { seed, numRuns: 2000 },
  )
})
