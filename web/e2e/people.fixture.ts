/** People of one's own for a test: invited through the API, their mails read where the installation keeps them. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { apiAs, type Caller } from './api.ts'
import { apiUrl, siteUrl } from './browser.ts'

const dataDir = process.env.E2E_DATA
/** Says why a test that reads mails cannot run. */
export const skip = dataDir === undefined && 'the mails of this installation are elsewhere'
export const password = 'four quite unrelated words'

export const unique = (name: string): string => `${name} ${randomBytes(4).toString('hex')}`
export const newAddress = (): string => `e2e-${randomBytes(6).toString('hex')}@example.test`

/** The token of the latest invitation to an address. */
export async function invitationTo(address: string, seen = 0): Promise<string> {
  const folder = join(dataDir ?? '', 'outbox')
  for (let tries = 0; tries < 200; tries += 1) {
    const names = (await readdir(folder).catch(() => [])).toSorted().slice(-60)
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
    const mine = mails.filter((mail) => mail.includes(address) && mail.includes('/invitation#token='))
    const token = /#token=([\w-]+)/.exec(mine.at(-1) ?? '')?.[1]
    if (token && mine.length > seen) return token
    await setTimeout(100)
  }
  throw new Error(`no invitation came to ${address}`)
}

export type Person = { email: string; name: string }
type Role = { role: string; shopIds?: readonly string[] } | { roleId: string; shopIds?: readonly string[] }

/** Somebody new in the company of whoever invites. Who has an account already accepts with what is there. */
export async function newMember(inviter: Caller, role: Role, known?: Person): Promise<Person> {
  const person = known ?? { email: newAddress(), name: unique('Nina') }
  const invited = await inviter('POST', '/auth/invitations', { email: person.email, ...role })
  assert.equal(invited.status, 201, JSON.stringify(invited.body))
  const token = await invitationTo(person.email, known ? 1 : 0)
  const account = known ? {} : { name: person.name, password }
  const accepted = await fetch(`${apiUrl}/api/auth/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...account }),
  })
  assert.equal(accepted.status, 200, await accepted.text())
  return person
}

export const ownerOfGift = (): Promise<Caller> => apiAs('owner@gift.test')
export const ownerOfCafe = (): Promise<Caller> => apiAs('owner@cafe.test')

/** Signs in with e-mail and password; `waits` says whether a second step follows. */
export async function signInWith(page: Page, email: string, { waits = false } = {}): Promise<void> {
  await page.goto(`${siteUrl}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  if (!waits) await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
