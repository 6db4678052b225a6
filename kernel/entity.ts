/** The definition of a business entity: written once, drawn on by every surface. */

import type { Context } from './context.ts'
import type { Fields, InputOf, ValuesOf } from './field.ts'

/** A move from one state to another, done by an action of its own. */
export type Transition = {
  from: string | readonly string[]
  to: string
  label?: string
  says: string
  /** Cannot be taken back, or not without harm: clients ask before. */
  isDangerous?: boolean
}

/** The verbs that every entity gets unless it says `without`. */
export type Verb = 'list' | 'read' | 'create' | 'update' | 'delete'

/** Decides on a record about to be written; returns nothing or throws a refusal. May complete `next`. */
export type Guard = (
  context: Context,
  next: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
) => Promise<void> | void

export type EntityOptions<F extends Fields> = {
  label: string
  plural: string
  /** What it is, in a sentence, for docs and the console. */
  says?: string
  /** Where lists and records are served; `/module/plural-name` unless told. */
  path?: string
  /** Further addresses of the same routes. */
  also?: readonly string[]
  /** The row of the permission table that its verbs belong to; the module's unless told. */
  resource?: string
  fields: F
  /** The link field (or `id`) that says which shop a record belongs to; shop-scoped people see only theirs. */
  shop?: (keyof F & string) | 'id'
  /** Records without a shop may be read (never changed) by people of any shop. */
  sharedWithoutShop?: boolean
  /** The field that names the owner (a user or customer id) for people who may reach only their own records. */
  owner?: (keyof F & string) | 'id'
  /** The boolean field that lets everybody of the company but its customers read, never change, another's record. */
  sharedBy?: keyof F & string
  /** Its verbs need no permission: everybody signed in has records of their own, as `owner` says. */
  access?: 'signed-in'
  /**
   * A record is a company itself: its id is the company's. Who reaches all companies works inside the one that the path
   * names, and lists them all.
   */
  isCompany?: boolean
  /** The field shown for a record where one word must do; `name`, or the first searchable one, unless told. */
  title?: keyof F & string
  transitions?: Record<string, Transition>
  without?: readonly Verb[]
  csv?: { key: keyof F & string }
  /** Sets of fields that together are unique in the company. */
  unique?: readonly (readonly (keyof F & string)[])[]
  /** Further indexes, as lists of fields. */
  indexes?: readonly (readonly (keyof F & string)[])[]
  /** SQL conditions on the row that the database itself refuses to break, by name. */
  checks?: Record<string, string>
  /** Posted rows: the database refuses to change or remove them. */
  immutable?: boolean
  /** Runs inside the transaction before a create or update is written. */
  guard?: Guard
  /** Runs before a record is removed. */
  guardDelete?: (context: Context, before: Record<string, unknown>) => Promise<void> | void
}

export type EntityDefinition<F extends Fields = Fields> = Omit<
  EntityOptions<F>,
  'owner' | 'sharedBy' | 'title' | 'shop' | 'csv' | 'unique' | 'indexes'
> & {
  name: string
  shop?: string
  owner?: string
  sharedBy?: string
  title?: string
  csv?: { key: string }
  unique?: readonly (readonly string[])[]
  indexes?: readonly (readonly string[])[]
}

/** What every record carries beside its own fields. */
export type Stamp = { id: string; version: number; createdAt: string; updatedAt: string }
/** A stored record of an entity. */
export type RecordOf<E extends EntityDefinition> = E extends EntityDefinition<infer F> ? ValuesOf<F> & Stamp : never
/** What creates a record of an entity. */
export type NewOf<E extends EntityDefinition> =
  E extends EntityDefinition<infer F> ? InputOf<F> & { id?: string } : never

/** Declares an entity. `name` is camelCase; table, events and paths follow from it. */
export function defineEntity<const F extends Fields>(name: string, options: EntityOptions<F>): EntityDefinition<F> {
  return { name, ...options } as unknown as EntityDefinition<F>
}
