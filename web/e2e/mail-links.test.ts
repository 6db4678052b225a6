/** What links in mails lead to. Needs the data folder of the installation (E2E_DATA), where its mails lie. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { signInAs, siteUrl, visit } from './browser.ts'

const dataDir = process.env.E2E_DATA
const skip = dataDir === undefined && 'the mails of this installation are elsewhere'
const newAddress = () => `e2e-${Math.random().toString(36).slice(2, 10)}@example.test`

/** The link of the first mail to an address with this path in it, at the site under test. */
async function linkTo(address: string, path: string): Promise<string> {
  const folder = join(dataDir ?? '', 'outbox')
  for (let tries = 0; tries < 150; tries += 1) {
    const names = (await readdir(folder).catch(() => [])).toSorted().slice(-50)
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
    const mine = mails.find((mail) => mail.includes(address) && mail.includes(`${path}#token=`))
    const link = mine && new RegExp(`${path}#token=[\\w-]+`).exec(mine)?.[0]
    if (link) return siteUrl + link
    await setTimeout(100)
  }
  throw new Error(`no mail with ${path} came to ${address}`)
}

async function invite(page: Page, address: string): Promise<void> {
  await signInAs(page, 'owner@gift.test')
  const reply = await page.request.post(`${siteUrl}/api/auth/invitations`, {
    headers: { origin: siteUrl, 'idempotency-key': address },
    data: { email: address, role: 'company_admin' },
  })
  assert.ok(reply.ok(), await reply.text())
}

async function fillPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('The same password again').fill(password)
}

/** Opens the account of an invited address, in a window of its own. */
async function accept(page: Page, address: string, password: string): Promise<void> {
  await page.goto(await linkTo(address, '/invitation'))
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByLabel('Your name').fill('Nora Newcomer')
  await fillPassword(page, 'short')
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('Use at least 12 characters.').waitFor()
  await fillPassword(page, password)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('You are a member now. Sign in.').waitFor()
}

async function signIn(page: Page, address: string, password: string): Promise<void> {
  await page.getByRole('link', { name: 'Back to sign-in' }).click()
  await page.getByLabel('E-mail').fill(address)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('Nora Newcomer').first().waitFor()
}

test('an invited person opens an account and is in', { skip }, async () => {
  const [owner, guest] = [await visit(), await visit()]
  const address = newAddress()
  await invite(owner.page, address)
  await accept(guest.page, address, 'four unrelated words here')
  assert.ok(!guest.page.url().includes('token'))
  await signIn(guest.page, address, 'four unrelated words here')
  await owner.end()
  await guest.end()
})

test('a forgotten password is replaced, and the old one is worth nothing', { skip }, async () => {
  const [owner, guest] = [await visit(), await visit()]
  const address = newAddress()
  await invite(owner.page, address)
  await accept(guest.page, address, 'the first of all passwords')
  const { page } = guest
  await page.goto(`${siteUrl}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail').fill(address)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('a link is on its way').waitFor()
  await page.goto(await linkTo(address, '/reset-password'))
  await page.getByLabel('New password').fill('entirely different words')
  await page.getByLabel('The same password again').fill('entirely other words')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByText('The two are not the same.').waitFor()
  await fillPassword(page, 'entirely different words')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByText('The password is set.').waitFor()
  await signIn(page, address, 'entirely different words')
  await owner.end()
  await guest.end()
})

test('a link that was used or cut off says so', async () => {
  const { page, end } = await visit()
  await page.goto(`${siteUrl}/verify-email#token=nonsense`)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByText('This link was used, withdrawn or has expired.').waitFor()
  await page.goto(`${siteUrl}/reset-password`)
  await page.getByText('The link is not complete').waitFor()
  await end()
})
