/** How a tool keeps the page of docs/reference that it writes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** `name`: of the file in docs/reference; `tool`: the path by which it is written anew. */
export type KeptPage = { name: string; tool: string; render: () => string | Promise<string> }

/**
 * Writes the page where it is not what is rendered, and answers the exit code of the process. With `--check` nothing is
 * written, and the answer is 1 when the page is out of date.
 */
export async function keepPage({ name, tool, render }: KeptPage): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const page = join(root, 'docs/reference', name)
  const wanted = await render()
  const found = await readFile(page, 'utf8').catch(() => undefined)
  if (found === wanted) return 0
  if (values.check) {
    console.error(`${relative(root, page)} is out of date: node ${tool}`)
    return 1
  }
  await mkdir(dirname(page), { recursive: true })
  await writeFile(page, wanted)
  console.log(`wrote ${relative(root, page)}`)
  return 0
}
