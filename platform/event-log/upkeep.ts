/** The daily care of the log, as a job that a module lists and a service that the composing process provides. */
import { defineJob, defineService, type JobDefinition } from '#kernel'
import { dropOldPartitions, ensurePartitions } from './partitions.ts'

/** Makes coming months and, where a retention is set, drops old ones. It needs the owner role, which no job has. */
export const eventLogUpkeep = defineService<() => Promise<void>>('event log upkeep')

export type UpkeepOptions = {
  ownerUrl: string
  clock: () => number
  /** Addresses of the registry's listeners. */
  listeners: readonly string[]
  /** Events older than this many days go, by whole months; without it the log is kept for good. */
  retentionDays?: number
}

/** What to provide as `eventLogUpkeep`; to be called at start, too, before the first event of a month. */
export const makeUpkeep =
  ({ ownerUrl, clock, listeners, retentionDays }: UpkeepOptions) =>
  async (): Promise<void> => {
    await ensurePartitions(ownerUrl, clock())
    if (retentionDays !== undefined) await dropOldPartitions(ownerUrl, { nowMs: clock(), retentionDays, listeners })
  }

export const upkeepJob: JobDefinition = defineJob('keepEventLog', {
  says: 'Makes the coming months of the event log and drops those beyond the retention.',
  schedule: '15 1 * * *',
  per: 'installation',
  run: ({ use }) => use(eventLogUpkeep)(),
})
