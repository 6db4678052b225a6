/**
 * Writes docs/reference/refusals.md from the declared refusals; `--check` writes nothing and ends with 1 when the page
 * is not what would be written.
 */
import { keepPage } from './page/keep.ts'
import { type CatalogueEntry, coreOwner, outboundOwner, refusalCatalogue } from './refusals/catalogue.ts'

const head = `# Refusals

<!-- Written by tools/refusals-doc.ts from the refusals that kernel, platform and modules declare. -->

A refusal is the expected answer "no". Its body is \`{ success: false, error, code, details, timestamp, requestId }\`:
programs decide by \`code\`, people read \`error\`, and \`details\` names each field with what to change. Codes stay
what they are; sentences may change. 429, 503 and some 409 say in \`Retry-After\` after how many seconds the same call
may succeed.
`

process.exitCode = await keepPage({ name: 'refusals.md', tool: 'tools/refusals-doc.ts', render: renderPage })

function renderPage(): string {
  const groups = Object.entries(Object.groupBy(refusalCatalogue(), ({ owner }) => owner))
  return [head, ...groups.map(([owner, entries = []]) => renderGroup(owner, entries))].join('\n')
}

function renderGroup(owner: string, entries: readonly CatalogueEntry[]): string {
  const sorted = entries.toSorted((a, b) => a.status - b.status || a.code.localeCompare(b.code))
  const rows = sorted.map(({ code, status, says }) => `| \`${code}\` | ${status} | ${says.replaceAll('|', '\\|')} |`)
  return [`## ${titleOf(owner)}`, '', '| Code | Status | Meaning |', '|---|---|---|', ...rows, ''].join('\n')
}

function titleOf(owner: string): string {
  return owner === coreOwner || owner === outboundOwner ? `Of ${owner}` : `Of the module ${owner}`
}
