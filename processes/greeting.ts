/** What a newcomer reads when everything is up. */
import type { Config } from '#platform/config'
import { demoPassword, demoSignIns } from './demo/sign-ins.ts'

/** The addresses, the demo sign-ins and three things to try. */
export function greeting(config: Config, { api, pages }: { api: string; pages: string | undefined }): string {
  const demo = config.demo
    ? demoLines(api, pages)
    : ['', '  No demo data. `npx entrepot user --help` makes the first person.']
  const addresses = [...(pages ? [`  Pages  ${pages}`] : []), `  API    ${api}/api`, `  Docs   ${api}/docs`]
  return ['', '  Entrepot is up.', '', ...addresses, ...demo, '', ''].join('\n')
}

function demoLines(api: string, pages: string | undefined): string[] {
  const people = demoSignIns.map(({ email, says }) => `    ${email.padEnd(22)} ${says}`)
  return [
    '',
    `  Sign in (password ${demoPassword}):`,
    ...people,
    '',
    '  Three things to try:',
    ...(pages
      ? [
          `    1. Open ${pages} and sign in as owner@gift.test with one click.`,
          `    2. Open ${pages}/till in a second window, sell something, and watch the dashboard move.`,
        ]
      : [
          `    1. Open ${api}/docs, sign in with POST /auth/login, and list products.`,
          '    2. Sell three lines for cash (the example of POST /erp/sales works as it stands), then look at the',
          '       trial balance, the dashboard and the audit log.',
        ]),
    '    3. npm run doctor: proves that stock, money and books agree.',
  ]
}
