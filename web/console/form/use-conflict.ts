'use client'
/** What happens when the record was changed by somebody else while this form was open. */
import { useState } from 'react'
import { ApiRefusal } from '#web/data/client.ts'
import type { EntityDescription } from '#web/data/description.ts'
import { readOne, type TitledRecord, useVerbAction } from '../record/use-entity-record.ts'
import { type Conflict, conflictsOf, type Side, settled } from './conflict.rules.ts'
import { changesOf, type Form } from './use-form.ts'

type Found = { conflicts: Conflict[]; theirs: TitledRecord }

export function useConflict(entity: EntityDescription, record: TitledRecord | undefined, form: Form) {
  const byHand = useVerbAction(entity.name, 'read')
  const [version, setVersion] = useState(record?.version)
  const [found, setFound] = useState<Found | undefined>()
  return {
    /** The version that the next save builds upon. */
    version,
    conflicts: found?.conflicts,
    /** Whether the refusal was about a stale version; reads what they wrote and asks. */
    arises: async (error: unknown): Promise<boolean> => {
      if (!record || !(error instanceof ApiRefusal && error.code === 'VERSION_CONFLICT')) return false
      const theirs = await readOne(entity, record.id, byHand)
      const names = form.fields.map(({ name }) => name)
      setFound({ conflicts: conflictsOf(names, form.base, form.values, theirs), theirs })
      return true
    },
    /** Builds the form anew upon theirs, with what was chosen of one's own; answers what is left to be sent. */
    settle: (chosen: Readonly<Record<string, Side | undefined>>) => {
      if (!found) return undefined
      const values = settled(found.conflicts, chosen, found.theirs)
      form.reset(found.theirs, values)
      setVersion(found.theirs.version)
      setFound(undefined)
      return { body: changesOf(form.fields, found.theirs, values), version: found.theirs.version }
    },
    close: () => setFound(undefined),
  }
}
