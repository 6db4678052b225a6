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
  /** The entity of a link. */
  to?: string
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
  verbs: readonly ('list' | 'read' | 'create' | 'update' | 'delete')[]
  fields: FieldDescription[]
  list: readonly string[]
  form: readonly string[]
  transitions: readonly string[]
  importKey: string | null
  isSearchable: boolean
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
  refuses: readonly string[]
}

export type Description = {
  entities: EntityDescription[]
  actions: ActionDescription[]
  modules: { name: string; says: string }[]
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
