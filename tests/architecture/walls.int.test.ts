import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { defineModule } from '#kernel'
import { wallFaults } from '../../tools/walls/cruise.ts'

const names = {
  '#kernel': './kernel/kernel.ts',
  '#platform/*': './platform/*.ts',
  '#modules/*': './modules/*/contract.ts',
}
const modules = ['catalog', 'sales'].map((name, index) =>
  defineModule({ name, says: '', uses: index === 0 ? [] : ['catalog'], resource: name }),
)

/** A small house that breaks no wall, and what the test changes in it. */
async function faultsOf(changes: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'entrepot-'))
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ type: 'module', imports: names }),
    'kernel/kernel.ts': 'export const id = 1\n',
    'platform/db.ts': "export { open } from './db/open.ts'\n",
    'platform/db/open.ts': "import { id } from '#kernel'\nexport const open = id\n",
    'modules/catalog/module.ts': "import { id } from '#kernel'\nexport const catalog = id\n",
    'modules/catalog/contract.ts': "export type { Product } from './product.ts'\n",
    'modules/catalog/catalog.fixture.ts': 'export const sample = 1\n',
    'modules/catalog/catalog.unit.test.ts': "import { sample } from './catalog.fixture.ts'\nsample.toFixed()\n",
    'modules/catalog/product.ts': 'export type Product = string\n',
    'modules/sales/module.ts': "import { open } from '#platform/db'\nexport const sales = open\n",
    'modules/sales/contract.ts': "import type { Product } from '#modules/catalog'\nexport type Sold = Product\n",
    'processes/serve.ts': "import { sales } from '../modules/sales/module.ts'\nconsole.log(sales)\n",
    ...changes,
  }
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
    }
    return (await wallFaults(root, modules)).faults
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

test('a house that is built as designed has no fault', async () => {
  assert.deepEqual(await faultsOf({}), [])
})

const planted: Record<string, { path: string; text: string; fault: string }> = {
  'the kernel does not import the platform': {
    path: 'kernel/kernel.ts',
    text: "import { open } from '#platform/db'\nexport const id = open\n",
    fault: 'floor kernel: kernel/kernel.ts -> platform/db.ts',
  },
  'the platform does not import a module, not even a type': {
    path: 'platform/db/open.ts',
    text: "import type { Product } from '#modules/catalog'\nexport const open: Product = ''\n",
    fault: 'floor platform: platform/db/open.ts -> modules/catalog/contract.ts',
  },
  'a module does not import the inside of another': {
    path: 'modules/sales/contract.ts',
    text: "import type { Product } from '../catalog/product.ts'\nexport type Sold = Product\n",
    fault: 'module sales: modules/sales/contract.ts -> modules/catalog/product.ts',
  },
  'a module does not import a contract that its manifest does not use': {
    path: 'modules/catalog/product.ts',
    text: "import type { Sold } from '#modules/sales'\nexport type Product = Sold\n",
    fault: 'module catalog: modules/catalog/product.ts -> modules/sales/contract.ts',
  },
  'a module comes to the platform through its door': {
    path: 'modules/sales/module.ts',
    text: "import { open } from '../../platform/db/open.ts'\nexport const sales = open\n",
    fault: 'inside of a floor: modules/sales/module.ts -> platform/db/open.ts',
  },
  'a process sees manifests and contracts only': {
    path: 'processes/serve.ts',
    text: "import type { Product } from '../modules/catalog/product.ts'\nexport const sold: Product = ''\n",
    fault: 'inside of a module: processes/serve.ts -> modules/catalog/product.ts',
  },
  'a page does not import the server, and is read although it has JSX': {
    path: 'web/app/page.tsx',
    text: "import { open } from '../../platform/db.ts'\nexport const page = <Box<string> value={{ open }} />\n",
    fault: 'floor web: web/app/page.tsx -> platform/db.ts',
  },
  'what is made for tests is imported by tests only': {
    path: 'modules/catalog/product.ts',
    text: "import { sample } from './catalog.fixture.ts'\nexport type Product = typeof sample\n",
    fault: 'test code: modules/catalog/product.ts -> modules/catalog/catalog.fixture.ts',
  },
  'a file that nobody imports is found': {
    path: 'platform/forgotten.ts',
    text: 'export const nobody = 1\n',
    fault: 'unused: platform/forgotten.ts',
  },
  'a module that is in no process is found': {
    path: 'modules/loyalty/module.ts',
    text: 'export const loyalty = 1\n',
    fault: 'modules/loyalty is not in processes/modules.ts',
  },
}
for (const [rule, { path, text, fault }] of Object.entries(planted)) {
  test(rule, async () => {
    assert.ok((await faultsOf({ [path]: text })).includes(fault), `expected: ${fault}`)
  })
}

test('the kernel and engines bring in no library but the pure ones that are named', async () => {
  const library = (name: string) => ({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, type: 'module', exports: './index.js' }),
    [`node_modules/${name}/index.js`]: 'export const sum = 1\n',
  })
  const kernel =
    "import { sum } from 'sockets'\nimport { sum as exact } from 'postgres'\nexport const id = sum + exact\n"
  const faults = await faultsOf({ ...library('sockets'), ...library('postgres'), 'kernel/kernel.ts': kernel })
  assert.deepEqual(faults, ['pure libraries: kernel/kernel.ts -> node_modules/sockets/index.js'])
})
