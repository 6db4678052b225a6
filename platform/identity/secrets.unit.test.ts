import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSecretBox, makeRingKey } from './secrets.ts'

const old = makeRingKey('2025')
const fresh = makeRingKey('2026')
const place = 'company-1:connector-1:password'

test('A secret opens at its place and looks different every time it is sealed', () => {
  const box = createSecretBox(fresh)
  const sealed = box.encrypt('pässword ✓', place)
  assert.match(sealed, /^v1\.2026\./)
  assert.equal(box.decrypt(sealed, place), 'pässword ✓')
  assert.notEqual(box.encrypt('pässword ✓', place), sealed)
  assert.equal(box.decrypt(box.encrypt('', place), place), '')
})

test('A secret copied to another place does not open', () => {
  const box = createSecretBox(fresh)
  assert.throws(() => box.decrypt(box.encrypt('s', place), 'company-2:connector-1:password'))
})

test('Every changed character is noticed', () => {
  const box = createSecretBox(fresh)
  const sealed = box.encrypt('secret', place)
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    assert.throws(() => box.decrypt(changed, place), `position ${at}`)
  }
  assert.throws(() => box.decrypt(sealed.slice(0, -4), place))
})

test('Rotation: the new key in front opens old values, says they are stale and seals them anew', () => {
  const sealed = createSecretBox(old).encrypt('secret', place)
  const box = createSecretBox(`${fresh}, ${old}`)
  assert.equal(box.decrypt(sealed, place), 'secret')
  assert.equal(box.isStale(sealed), true)
  const moved = box.reencrypt(sealed, place)
  assert.equal(box.isStale(moved), false)
  assert.equal(createSecretBox(fresh).decrypt(moved, place), 'secret')
})

test('A value of a key that has left the ring names the key', () => {
  const sealed = createSecretBox(old).encrypt('secret', place)
  assert.throws(() => createSecretBox(fresh).decrypt(sealed, place), /'2025'/)
})

test('A ring that is empty, short, doubled or malformed is refused without printing a key', () => {
  const short = `a:${Buffer.alloc(16, 7).toString('base64')}`
  for (const ring of ['', ' , ', short, 'nocolon', `${fresh},${fresh}`, fresh.replace(':', '')]) {
    assert.throws(
      () => createSecretBox(ring),
      (error: Error) => !error.message.includes(fresh.slice(6, 20)),
    )
  }
})
