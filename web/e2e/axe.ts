/** Whether a page can be used by everybody: axe, by the rules of WCAG 2.2 A and AA. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Found = { id: string; impact: string; help: string; nodes: { target: string[]; failureSummary: string }[] }

/** Fails with each finding that axe calls serious or critical, with its place. `within` is the part that changed. */
export async function assertUsable(page: Page, where: string, within = 'html'): Promise<void> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source)
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] })
  const found = (await page.evaluate(`axe.run('${within}', ${options}).then((result) => result.violations)`)) as Found[]
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const said = serious.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join('\n  ')}`,
  )
  assert.deepEqual(said, [], where)
}

/** The page itself never scrolls sideways, whatever its width. */
export async function assertFits(page: Page, where: string): Promise<void> {
  const [content, window] = (await page.evaluate(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )) as [number, number]
  assert.ok(content <= window, `${where}: ${content} pixels in a window of ${window}`)
}
