// Written by tools/sdk.ts from the registry.
/** What `GET /console` answers: what a client needs to draw pages of any entity. Types only; the SDK has them too. */

export type FieldDescription = {
  /** The name on the wire. */
  name: string
  kind:
    | ('text' | 'note' | 'email' | 'phone' | 'url' | 'code' | 'file' | 'secret')
    | ('integer' | 'quantity' | 'rate' | 'money' | 'boolean' | 'date' | 'instant' | 'time')
    | ('choice' | 'state' | 'link' | 'tags' | 'record' | 'list' | 'group')
  label: string
  required: boolean
  help?: string
  /** Set by actions only. */
  computed?: boolean
  /** Given at creation, never changed afterwards. */
  fixed?: boolean
  unique?: boolean
  default?: unknown
  example?: unknown
  /** Of decimals as text. */
  min?: number | string
  max?: number | string
  scale?: number
  pattern?: string
  maxBytes?: number
  /** The words of a choice or state; what a list holds. */
  of?: readonly string[] | FieldDescription
  /** The entity that a link leads to, and where it is served. */
  to?: string
  path?: string
  /** The entity whose record's id a text holds without being a link; `auth.user` for a person. */
  refersTo?: string
  /** The field beside an integer with the currency of which it counts minor units. */
  minorUnitsOf?: string
  /** Of a group. */
  fields?: FieldDescription[]
}

export type EntityDescription = {
  /** Its address, `catalog.product`. */
  name: string
  module: string
  label: string
  plural: string
  says: string | null
  path: string
  /** The property that stands for a record where one word must do. */
  title: string
  /** The property that holds its state. */
  state: string | null
  /** Of list, read, create, update and delete those that the caller may. */
  verbs: ('list' | 'read' | 'create' | 'update' | 'delete')[]
  fields: FieldDescription[]
  /** The usual columns of its list. */
  list: string[]
  /** The properties of its form. */
  form: string[]
  /** Properties that its list may be filtered by; which operators each takes is told by its kind. */
  filters: string[]
  sorts: string[]
  defaultSort: string
  /** Takes `q`, words that all must occur. */
  isSearchable: boolean
  /** Entities of which a link leads here: show their lists filtered by that field. */
  related: { entity: string; field: string; label: string }[]
  transitions: string[]
  /** What can be done with many records in a row: `delete` and its transitions. */
  bulk: string[]
  /** Where its records are to be had as CSV. */
  export: string | null
  /** The target of an import (`POST /imports?target=`). */
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
  transition: { from: string[]; to: string } | null
  /** Cannot be taken back: ask before. */
  isDangerous: boolean
}

export type ConsoleDescription = {
  entities: EntityDescription[]
  actions: ActionDescription[]
  modules: { name: string; says: string }[]
  /** Which operators filters take, by the kind of the field. */
  operators: Record<string, readonly string[]>
}

/** A row of `GET /console/timeline`. */
export type TimelineMoment = {
  id: string
  type: string
  /** What such an event says. */
  says: string | null
  at: string
  version: number | null
  requestId: string
  actor: { kind: string; id: string; name: string }
  /** Of a change, what differs; as far as the reader may see it. */
  changes: { field: string; before: unknown; after: unknown }[]
}
