import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInAs, siteUrl, visit } from './browser.ts'

test('a page asks who is there, and goes on to where one was going', async () => {
  const { page, end } = await visit()
  await page.goto(`${siteUrl}/r/catalog.product`)
  await page.waitForURL(/\/sign-in\?to=/)
  await page.getByRole('button', { name: 'owner@gift.test' }).click()
  await page.getByRole('heading', { name: 'Products' }).waitFor()
  await end()
})

test('a wrong password is refused in words, and the form stays', async () => {
  const { page, end } = await visit()
  await page.goto(`${siteUrl}/sign-in`)
  await page.getByLabel('E-mail').fill('owner@gift.test')
  await page.getByLabel('Password', { exact: true }).fill('not the right words')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: /\w+/ }).first().waitFor()
  assert.ok(page.url().includes('/sign-in'))
  await end()
})

test('no script can read the session', async () => {
  const { page, context, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  assert.equal((await page.evaluate('document.cookie')) as string, '')
  assert.ok(!JSON.stringify(await page.evaluate('({ ...localStorage, ...sessionStorage })')).match(/[\w-]{43}/))
  const cookie = (await context.cookies()).find(({ name }) => name === '__Host-entrepot')
  assert.deepEqual([cookie?.httpOnly, cookie?.secure, cookie?.sameSite, cookie?.path], [true, true, 'Strict', '/'])
  await end()
})

test('a page elsewhere cannot change anything with the cookie of a visitor', async () => {
  const { page, context, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  const reply = await context.request.post(`${siteUrl}/api/catalog/brands`, {
    data: { name: 'Not ours' },
    headers: { origin: 'https://elsewhere.example' },
  })
  assert.equal(reply.status(), 403)
  await end()
})

test('signing out ends the session here and at the API', async () => {
  const { page, context, end } = await visit()
  await signInAs(page, 'owner@gift.test')
  const cookie = (await context.cookies()).find(({ name }) => name === '__Host-entrepot')
  await page.getByRole('button', { name: 'Your account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  const reply = await fetch(`${siteUrl}/api/auth/verify`, { headers: { cookie: `__Host-entrepot=${cookie?.value}` } })
  assert.equal(reply.status, 401)
  await end()
})
