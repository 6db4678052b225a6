/** The console's description: what entities, fields, forms and actions there are for this person. */
import { useQuery } from '@tanstack/react-query'
import { client } from './client.ts'

export type FieldDescription = {
  /** As it travels: links end in `Id`. */
  name: string
  kind:
    | ('text' | 'note' | 'email' | 'phone' | 'url' | 'code' | 'file' | 'secret')
    | ('integer' | 'quantity' | 'rate' | 'money' | 'boolean' | 'date' | 'instant' | 'time')
    | ('choice' | 'state' | 'link' | 'tags' | 'record' | 'list' | 'group')
  label: string
  required: boolean
  help?: string
  computed?: boolean
  fixed?: boolean
  unique?: boolean
  default?: unknown
  example?: unknown
  /** Words of a choice or state; for a list its item. */
  of?: readonly string[] | FieldDescription
  /** The entity of a link, and where it is served. */
  to?: string
  path?: string
  min?: number | string
  max?: number | string
  scale?: number
  pattern?: string
  maxBytes?: number
  fields?: FieldDescription[]
}

export type EntityDescription = {
  /** `catalog.product` */
  name: string
  module: string
  label: string
  plural: string
  says: string | null
  path: string
  /** The field that names a record. */
  title: string
  /** The field that holds its state. */
  state: string | null
  verbs: readonly ('list' | 'read' | 'create' | 'update' | 'delete')[]
  fields: FieldDescription[]
  /** The usual columns of its list. */
  list: readonly string[]
  form: readonly string[]
  /** Fields that its list may be filtered and sorted by; `id`, `version`, `createdAt` and `updatedAt` among them. */
  filters: readonly string[]
  sorts: readonly string[]
  defaultSort: string
  isSearchable: boolean
  /** Entities that link here: their lists filtered by that field. */
  related: readonly { entity: string; field: string; label: string }[]
  transitions: readonly string[]
  /** What can be done with many records: `delete` and transitions. */
  bulk: readonly string[]
  /** Where its records are to be had as CSV, and the target of an import; null where there is none. */
  export: string | null
  import: string | null
  importKey: string | null
}

export type ActionDescription = {
  name: string
  entity: string | null
  label: string
  says: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  access: 'public' | 'signed-in' | 'permission'
  permission: string | null
  input: FieldDescription[]
  answersList: boolean
  answersFile: boolean
  refuses: readonly string[]
  /** The verb of its entity that it stands for, where that one is written by hand. */
  verb: string | null
  /** A move between states: offered where the record stands in one of `from`. */
  transition: { from: readonly string[]; to: string } | null
  /** Cannot be taken back: ask before. */
  isDangerous: boolean
}

export type Description = {
  entities: EntityDescription[]
  actions: ActionDescription[]
  modules: { name: string; says: string }[]
  /** Which operators filters take, by the kind of the field. */
  operators: Readonly<Record<string, readonly string[]>>
}

export function useDescription() {
  return useQuery({
    queryKey: ['console'],
    queryFn: ({ signal }) => client.send('GET /console', { signal }) as Promise<Description>,
    staleTime: 5 * 60_000,
  })
}

/** One entity of it; undefined while it loads and where the person may do nothing with it. */
export function useEntity(name: string): EntityDescription | undefined {
  return useDescription().data?.entities.find((entity) => entity.name === name)
}
