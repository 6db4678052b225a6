/**
 * Writes docs/reference/settings.md from the declared settings; `--check` writes nothing and ends with 1 when the page
 * is not what would be written.
 */
import { type Setting, settingsList } from '../platform/config.ts'
import { keepPage } from './page/keep.ts'

const head = `# Settings

<!-- Written by tools/settings-doc.ts from platform/config/settings.ts. Change it there. -->

Settings are environment variables, read once at the start. An empty value counts as absent. When some are wrong, the
start ends with one error that names each and says how to correct it. None is needed to try Entrepot.

In production (\`NODE_ENV=production\`) these are refused: demo data, no \`SECRET_KEYS\` or keys that are not random,
no \`PUBLIC_URL\` or one without https, origins without https, \`TRUST_PROXY=on\`, and a database password that stands
in everybody's examples.

Memory is no setting: the \`start\` script in package.json gives Node a heap of 512 MB (a busy server takes some 300 MB
in all). An installation that needs more starts with \`npx node --max-old-space-size=2048 processes/start.ts\`.
`

process.exitCode = await keepPage({ name: 'settings.md', tool: 'tools/settings-doc.ts', render: renderPage })

function renderPage(): string {
  const all = settingsList.map(([, setting]) => setting)
  const groups = Object.entries(Object.groupBy(all, ({ group }) => group))
  return [head, ...groups.map(([group, settings = []]) => renderGroup(group, settings))].join('\n')
}

function renderGroup(group: string, settings: readonly Setting<unknown, unknown>[]): string {
  const rows = settings.map((setting) => `| ${nameOf(setting)} | ${defaultOf(setting)} | ${sentenceOf(setting)} |`)
  return [`## ${group}`, '', '| Name | Default | What it does |', '|---|---|---|', ...rows, ''].join('\n')
}

function nameOf({ name, also = [] }: Setting<unknown, unknown>): string {
  return [name, ...also].map((each) => `\`${each}\``).join(' or ')
}

function defaultOf(setting: Setting<unknown, unknown>): string {
  const others = Object.entries(setting.defaultIn ?? {}).map(([mode, value]) => `${shown(value)} in ${mode}`)
  return [shown(setting.default), ...others].join('; ')
}

/** Values as one would write them in the environment. */
function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none'
  return `\`${value === true ? 'on' : value === false ? 'off' : String(value)}\``
}

function sentenceOf({ says, kind, isSecret }: Setting<unknown, unknown>): string {
  const allowed = `Give ${kind.allowed}.`
  return [says, allowed, ...(isSecret ? ['Secret.'] : [])].join(' ').replaceAll('|', '\\|')
}
