/** The browser of the tests, as it runs in a container: without a sandbox, a screen, or calls of its own. */
import { type Browser, chromium } from 'playwright-core'

/** `more` are switches beside those that every test needs. */
export const launchChromium = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      ...more,
    ],
  })
