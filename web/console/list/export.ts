'use client'
import { client } from '#web/data/client.ts'
import type { EntityListModel } from './use-entity-list.ts'

/**
 * Takes out what the list finds, with the columns that it shows or with all of them, and hands it to the browser as a
 * file. The mark at its beginning tells Excel that it is UTF-8; the import skips it.
 */
export async function exportList(model: EntityListModel, which: 'columns' | 'all'): Promise<void> {
  const { entity, request, columns } = model
  const own = columns.filter(({ name }) => entity.fields.some((field) => field.name === name))
  const fields = which === 'columns' && own.length > 0 ? { fields: own.map(({ name }) => name) } : {}
  const query = { ...request, ...fields, mark: true }
  saveFile((await client.send(`GET ${entity.export}`, { query })) as Blob, `${entity.name.replace('.', '-')}.csv`)
}

/** A file into the person's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
