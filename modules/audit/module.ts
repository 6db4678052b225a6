/** The audit log: written from the event log, sealed, searchable, exportable. */
import { defineModule } from '#kernel'
import { byResource, byUser, exportEntries } from './entry/entry.actions.ts'
import { entry } from './entry/entry.entity.ts'
import { chainEquations } from './entry/entry.equations.ts'
import { writeEntries } from './listeners/write-entries.ts'

export const audit = defineModule({
  name: 'audit',
  says: 'Who did what, before and after; every entry sealed with the one before it.',
  uses: [],
  resource: 'audit',
  entities: [entry],
  actions: [byUser, byResource, exportEntries],
  listeners: [writeEntries],
  equations: chainEquations,
  tables: ['audit.chain'],
})
