/** A browser on the site under test. Each page watches for errors of scripts and complaints about its policy. */
import assert from 'node:assert/strict'
import { after, afterEach } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../../tests/start/chromium.ts'

export const siteUrl = process.env.E2E_URL ?? 'http://127.0.0.1:3000'
export const apiUrl = process.env.E2E_API ?? 'http://127.0.0.1:4000'
export const demoPassword = 'demo-demo-demo'

let browser: Promise<Browser> | undefined
const left = new Set<BrowserContext>()
afterEach(async () => {
  // A test that ended well has closed its windows: what the others were looking at is told.
  for (const context of left) {
    for (const page of context.pages()) console.error(`\n${page.url()}\n${await seenOn(page)}`)
    await context.close()
  }
  left.clear()
})
after(async () => (await browser)?.close())

export type Visit = {
  page: Page
  context: BrowserContext
  /** What went wrong in the browser so far. */
  complaints: string[]
  /** Fails when the page threw, or when the browser refused a script or style of ours; then closes. */
  end: () => Promise<void>
}

export type VisitOptions = BrowserContextOptions & {
  language?: string
  theme?: string
  /** A browser of its own with these switches. */
  switches?: readonly string[]
}

/** Opens a window of its own, with cookies of its own. */
export async function visit(options: VisitOptions = {}): Promise<Visit> {
  const { language, theme, switches, ...rest } = options
  if (!switches) browser ??= launchChromium()
  const own = switches && (await launchChromium(switches))
  const opened = own ?? (await (browser as Promise<Browser>))
  const context = await opened.newContext({ viewport: { width: 1360, height: 850 }, ...rest })
  if (own) context.once('close', () => void own.close())
  // Two cores may be busy with something else: what is awaited comes, if late.
  context.setDefaultTimeout(30_000)
  const choices = Object.entries({ language, theme }).flatMap(([name, value]) =>
    value ? [{ name, value, url: siteUrl }] : [],
  )
  if (choices.length > 0) await context.addCookies(choices)
  left.add(context)
  const page = await context.newPage()
  const complaints: string[] = []
  watch(page, complaints)
  context.on('page', (opened) => watch(opened, complaints))
  return {
    page,
    context,
    complaints,
    end: async () => {
      left.delete(context)
      await context.close()
      assert.deepEqual(complaints, [])
    },
  }
}

const seenOn = (page: Page): Promise<string> =>
  page
    .locator('body')
    .innerText()
    .then((text) => text.slice(0, 2_000))
    .catch(() => 'The page answers nothing.')

/** How many answers a page waits for, and since when (`performance.now`) that has been so. */
const traffic = new WeakMap<Page, { open: number; since: number }>()
const quietMs = 150

function watch(page: Page, complaints: string[]): void {
  const state = { open: 0, since: performance.now() }
  traffic.set(page, state)
  const count = (change: number) => () => {
    state.open += change
    state.since = performance.now()
  }
  page.on('request', count(1)).on('requestfinished', count(-1)).on('requestfailed', count(-1))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      complaints.push(message.text())
  })
}

/** Waits until what stands for content on its way is gone, and the page has asked for nothing more for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.locator('[role="status"][aria-label]').first().waitFor({ state: 'detached' })
  for (let state = traffic.get(page); state; ) {
    const rest = state.since + quietMs - performance.now()
    if (state.open <= 0 && rest <= 0) break
    await setTimeout(Math.max(rest, 20))
  }
  await page.locator('[role="status"][aria-label]').first().waitFor({ state: 'detached' })
}

/** Signs in as a demo person past the sign-in page, which has tests of its own; `to` is where to go. */
export async function signInAs(page: Page, email: string, to = '/'): Promise<void> {
  const data = { email, password: demoPassword }
  const reply = await page.context().request.post(`${siteUrl}/session`, { data })
  assert.equal(reply.status(), 200, await reply.text())
  await page.goto(siteUrl + to)
}
