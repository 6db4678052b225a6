import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { startSmtpEmulator } from '../tests/emulators/smtp.ts'
import { listOutbox, type Mailer, openMailer } from './mail.ts'

const from = 'Entrepot <no-reply@entrepot.test>'
const mail = { to: 'ann@gift.test', subject: 'Welcome', text: 'Hello\n.\nBye' }

async function openOutbox(t: TestContext) {
  const outbox = join(await mkdtemp(join(tmpdir(), 'mail-')), 'outbox')
  t.after(() => rm(outbox, { recursive: true, force: true }))
  let now = 1_760_000_000_000
  const mailer = openMailer({ from, outbox, clock: () => (now += 1000) })
  return { outbox, mailer }
}

async function openSmtp(
  t: TestContext,
): Promise<{ mailer: Mailer; emulator: Awaited<ReturnType<typeof startSmtpEmulator>> }> {
  const emulator = await startSmtpEmulator()
  const mailer = openMailer({ from, outbox: 'unused', smtpUrl: emulator.url, timeoutMs: 300 })
  t.after(async () => {
    await mailer.close()
    emulator.close()
  })
  return { mailer, emulator }
}

test('Without a server, mails lie in the outbox, oldest first and readable by the owner only', async (t) => {
  const { outbox, mailer } = await openOutbox(t)
  assert.deepEqual(await listOutbox(outbox), [])
  const first = await mailer.send(mail)
  await mailer.send({ ...mail, subject: 'Second', html: '<p>Hello</p>' })
  const kept = await listOutbox(outbox)
  assert.deepEqual(kept[0], { id: first.id, from, at: '2025-10-09T08:53:21.000Z', ...mail })
  assert.deepEqual(
    kept.map(({ subject, html }) => [subject, html]),
    [
      ['Welcome', undefined],
      ['Second', '<p>Hello</p>'],
    ],
  )
  const [name = ''] = await readdir(outbox)
  assert.equal((await stat(join(outbox, name))).mode & 0o777, 0o600)
})

test('The address is brought to its normal form', async (t) => {
  const { outbox, mailer } = await openOutbox(t)
  await mailer.send({ ...mail, to: 'Ann＠Gift.TEST' })
  assert.equal((await listOutbox(outbox))[0]?.to, 'ann@gift.test')
})

for (const kind of ['outbox', 'smtp'] as const) {
  test(`A48: ${kind}: line breaks, control characters and several addresses are refused`, async (t) => {
    const { mailer } = kind === 'outbox' ? await openOutbox(t) : await openSmtp(t)
    const bad = [
      { ...mail, subject: 'Hello\r\nBcc: all@evil.test' },
      { ...mail, subject: 'Hello\nBcc: all@evil.test' },
      { ...mail, subject: 'Hello\u2028Bcc: all@evil.test' },
      { ...mail, subject: '\u001b[31mred' },
      { ...mail, subject: ' ' },
      { ...mail, subject: 'x'.repeat(256) },
      { ...mail, to: 'ann@gift.test\r\nBcc: all@evil.test' },
      { ...mail, to: 'ann@gift.test\n' },
      { ...mail, to: 'ann@gift.test, bob@gift.test' },
      { ...mail, to: 'Ann <ann@gift.test>' },
    ]
    for (const each of bad) await assert.rejects(mailer.send(each), { code: 'VALIDATION_FAILED' }, JSON.stringify(each))
  })
}

test('By SMTP the mail arrives with subject, both bodies and the right mailbox', async (t) => {
  const { mailer, emulator } = await openSmtp(t)
  const { id } = await mailer.send({ ...mail, subject: 'Grüße €', html: `<p>${'long '.repeat(400)}</p>` })
  const [received] = emulator.mails
  assert.ok(received)
  assert.deepEqual([received.from, received.to], ['no-reply@entrepot.test', ['ann@gift.test']])
  const text = received.lines.join('\n')
  assert.ok(text.includes(`Message-ID: ${id}`) && text.includes('Content-Type: multipart/alternative'))
  assert.match(text, /^Subject: =\?UTF-8\?/m)
  assert.match(text, /^Hello\n\.\nBye$/m)
})

test('A body that names a file of ours instead of being text is not sent', async (t) => {
  const { mailer, emulator } = await openSmtp(t)
  const text = { path: '/etc/passwd' } as unknown as string
  await assert.rejects(mailer.send({ ...mail, text }))
  assert.equal(emulator.mails.length, 0)
})

test('A server that refuses, and one that is not there, make send throw so that the job tries again', async (t) => {
  const { mailer, emulator } = await openSmtp(t)
  emulator.behave.refuse = true
  await assert.rejects(mailer.send(mail), /451/)
  emulator.behave.refuse = false
  await mailer.send(mail)
  const nobody = openMailer({ from, outbox: 'unused', smtpUrl: 'smtp://127.0.0.1:1' })
  t.after(nobody.close)
  await assert.rejects(nobody.send(mail), /ECONNREFUSED/)
})

test('A server that says nothing ends in a time-out', async (t) => {
  const { mailer, emulator } = await openSmtp(t)
  emulator.behave.silent = true
  await assert.rejects(mailer.send(mail), { code: 'ETIMEDOUT' })
})
