'use client'
/** The form of a record to be made in passing. Handed in from above: it is itself made of inputs. */
import { type ComponentType, createContext } from 'react'
import type { EntityDescription } from '#web/data/description.ts'
import type { Found } from './link-search.ts'

export type InlineCreateProps = {
  entity: EntityDescription
  /** What was typed in search of it: the name that it begins with. */
  named: string
  onClose: () => void
  onCreated: (found: Found) => void
}

export const InlineCreate = createContext<ComponentType<InlineCreateProps> | undefined>(undefined)
