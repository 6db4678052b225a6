/** What a newcomer reads when everything is up. */
import type { Config } from '#platform/config'
import { demoPassword, demoSignIns } from './demo/sign-ins.ts'

/** The addresses, the demo sign-ins and three things to try. */
export function greeting(config: Config, address: string): string {
  const demo = config.demo
    ? demoLines(address)
    : ['', '  No demo data. `npx entrepot user --help` makes the first person.']
  return ['', '  Entrepot is up.', '', `  API    ${address}/api`, `  Docs   ${address}/docs`, ...demo, '', ''].join(
    '\n',
  )
}

function demoLines(address: string): string[] {
  const people = demoSignIns.map(({ email, says }) => `    ${email.padEnd(22)} ${says}`)
  return [
    '',
    `  Sign in (password ${demoPassword}):`,
    ...people,
    '',
    '  Three things to try:',
    `    1. Open ${address}/docs, sign in with POST /auth/login, and list products.`,
    '    2. Sell three lines for cash (the example of POST /erp/sales works as it stands), then look at the',
    '       trial balance, the dashboard and the audit log.',
    '    3. npm run doctor: proves that stock, money and books agree.',
  ]
}
