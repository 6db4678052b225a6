/** Who may import whom, as rules for dependency-cruiser; what modules may use comes from their manifests. */
import type { IForbiddenRuleType } from 'dependency-cruiser'
import type { ModuleDefinition } from '#kernel'

/** The folders of ours, every one of which has its rule. */
export const floors = [
  'kernel',
  'engines',
  'platform',
  'surfaces',
  'modules',
  'topology',
  'processes',
  'sdk',
  'web',
  'examples',
  'tests',
  'tools',
] as const
type Floor = (typeof floors)[number]

const mayImport: Record<Floor, readonly Floor[]> = {
  kernel: [],
  engines: ['kernel'],
  platform: ['kernel'],
  surfaces: ['kernel', 'platform'],
  modules: ['kernel', 'platform', 'engines'],
  topology: ['kernel', 'platform', 'modules'],
  processes: ['kernel', 'platform', 'surfaces', 'modules', 'topology', 'engines'],
  sdk: [],
  web: ['sdk', 'engines'],
  examples: ['kernel', 'platform', 'surfaces', 'modules', 'engines', 'processes'],
  tests: floors,
  tools: floors,
}
/** What the floors without I/O may bring from npm: pure, for server and browser alike; `postgres` for its types. */
const pureLibraries = ['postgres', '@point-of-sale/codepage-encoder', '@point-of-sale/receipt-printer-encoder']
/** Tests, and what tests of one module share: `sales.fixture.ts`. */
const tests = '(\\.(test|fixture)\\.tsx?$|^web/e2e/)'

/**
 * All rules. A test may look anywhere. Circles are Biome's to find (noImportCycles): the parser here does not tell
 * imports of types, which make no circle at run time, from others.
 */
export const wallRules = (modules: readonly ModuleDefinition[]): IForbiddenRuleType[] => [
  ...floors.map(floorRule),
  ...modules.map(moduleRule),
  {
    name: 'inside of a module',
    comment: 'Only its contract.ts and its manifest are seen from outside.',
    severity: 'error',
    from: { pathNot: ['^modules/', tests] },
    to: { path: '^modules/', pathNot: '^modules/[^/]+/(contract|module)\\.ts$' },
  },
  {
    name: 'inside of a floor',
    comment: 'Other floors come through the door, a file directly in the folder.',
    severity: 'error',
    from: { path: '^(engines|surfaces|modules|processes|topology)/', pathNot: tests },
    to: { path: '^platform/[^/]+/' },
  },
  {
    name: 'pure libraries',
    comment: 'Kernel and engines run in the browser too: they import the libraries named here and no other.',
    severity: 'error',
    from: { path: '^(kernel|engines)/', pathNot: tests },
    to: { path: 'node_modules/', pathNot: pureLibraries.map((name) => `node_modules/${name.replaceAll('.', '\\.')}/`) },
  },
  {
    name: 'test code',
    comment: 'Only tests import tests and their fixtures.',
    severity: 'error',
    from: { pathNot: [tests, '^tests/'] },
    to: { path: tests },
  },
  {
    name: 'unused',
    comment: 'A file that nobody imports and that is no entry point.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [
        tests,
        '^(tools|tests|examples|processes|sdk)/',
        '^web/(app/|public/|[^/]+$)',
        '/(module|contract)\\.ts$',
      ],
    },
    to: {},
  },
  {
    name: 'nowhere',
    comment: 'The import leads to no file.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

function floorRule(floor: Floor): IForbiddenRuleType {
  const allowed = [floor, ...mayImport[floor]]
  return {
    name: `floor ${floor}`,
    comment: `${floor}/ imports of ours only: ${allowed.join(', ')}.`,
    severity: 'error',
    from: { path: `^${floor}/`, pathNot: tests },
    to: { path: `^(${floors.join('|')})/`, pathNot: [`^(${allowed.join('|')})/`] },
  }
}

function moduleRule({ name, uses }: ModuleDefinition): IForbiddenRuleType {
  const contracts = uses.map((used) => `^modules/${used}/contract\\.ts$`)
  return {
    name: `module ${name}`,
    comment: `modules/${name} uses contracts of: ${uses.join(', ') || 'no module'} (its manifest's \`uses\`).`,
    severity: 'error',
    from: { path: `^modules/${name}/`, pathNot: tests },
    to: { path: '^modules/', pathNot: [`^modules/${name}/`, ...contracts] },
  }
}
