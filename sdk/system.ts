// Written by tools/sdk.ts from the registry.


export type SystemListListenersAnswer = {
  listener: string
  module: string
  says: string
  on: string[]
  state: 'reading' | 'behind' | 'rebuilding' | 'parked'
  behind: number
  lagSeconds: number
  waiting: number
  parked: number
  oldestAt?: string | null
  canRebuild: boolean
  cursor?: number | null
}

export type SystemListParkedAnswer = {
  id: string
  listener: string
  companyId: string
  eventSeq: number
  eventAt: string
  attempts: number
  isParked: boolean
  nextAt?: string | null
  failedAt: string
  error: string
  event?: {
    id: string
    type: string
    entity: string
    subjectId: string
    actor: Record<string, unknown>
    data: Record<string, unknown>
  } | null
}

export type SystemReplayParkedBody = Record<string, never>

export type SystemReplayParkedAnswer = {
  id: string
  isApplied: boolean
}

export type SystemDismissParkedBody = {
  reason: string
}

export type SystemDismissParkedAnswer = {
  id: string
}

export type SystemListJobsAnswer = {
  job: string
  module: string
  says: string
  schedule?: string | null
  per: 'company' | 'installation'
  waiting: number
  active: number
  failed: number
  lastStartedAt?: string | null
  lastDoneAt?: string | null
  lastFailedAt?: string | null
}

export type SystemListFailedJobsAnswer = {
  id: string
  job: string
  companyId?: string | null
  data: Record<string, unknown>
  error: string
  failedAt: string
}

export type SystemRetryJobBody = Record<string, never>

export type SystemRetryJobAnswer = {
  id: string
  job: string
}

export type SystemListEventsAnswer = {
  seq: number
  id: string
  companyId: string
  type: string
  entity: string
  subjectId: string
  version?: number | null
  shopId?: string | null
  data: Record<string, unknown>
  actor: Record<string, unknown>
  requestId: string
  at: string
}

export type SystemReadExaminationAnswer = {
  last?: {
    id: string
    state: 'queued' | 'running' | 'done' | 'failed'
    askedBy?: string | null
    askedAt: string
    startedAt?: string | null
    endedAt?: string | null
    done: number
    total?: number | null
    broken: {
      equation: string
      says: string
      breaches: Record<string, unknown>[]
    }[]
    error?: string | null
  } | null
  current?: {
    id: string
    state: 'queued' | 'running' | 'done' | 'failed'
    askedBy?: string | null
    askedAt: string
    startedAt?: string | null
    endedAt?: string | null
    done: number
    total?: number | null
    broken: {
      equation: string
      says: string
      breaches: Record<string, unknown>[]
    }[]
    error?: string | null
  } | null
}

export type SystemRunExaminationBody = Record<string, never>

export type SystemRunExaminationAnswer = {
  id: string
  state: string
}

export interface SystemRoutes {
  /** Tells how far each listener is; counts are of your own company, unless you look after all. `system.listListeners`, permission `system.listListeners`. */
  'GET /system/listeners': {
    params: never
    query: {
      limit?: number
    }
    body: never
    answer: SystemListListenersAnswer
    isList: true
    refuses: never
  }
  /** Lists events that a listener could not apply, the latest first, with the error. `system.listParked`, permission `system.listParked`. */
  'GET /system/parked': {
    params: never
    query: {
      listener?: string
      before?: number
      isParked?: boolean
      limit?: number
    }
    body: never
    answer: SystemListParkedAnswer
    isList: true
    refuses: never
  }
  /** Has the listener apply the event again now, once. When it fails again, the event stays parked. `system.replayParked`, permission `system.replayParked`. */
  'POST /system/parked/:id/replay': {
    params: { id: string }
    query: never
    body: SystemReplayParkedBody
    answer: SystemReplayParkedAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'STILL_FAILING'
  }
  /** Leaves a parked event for good: the listener goes on without it. The reason is kept in the audit log. `system.dismissParked`, permission `system.dismissParked`. */
  'POST /system/parked/:id/dismiss': {
    params: { id: string }
    query: never
    body: SystemDismissParkedBody
    answer: SystemDismissParkedAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Tells how each job is doing; of your own company, unless you look after all. `system.listJobs`, permission `system.listJobs`. */
  'GET /system/jobs': {
    params: never
    query: {
      limit?: number
    }
    body: never
    answer: SystemListJobsAnswer
    isList: true
    refuses: never
  }
  /** Lists runs that failed for the last time, the latest first, with the error. `system.listFailedJobs`, permission `system.listFailedJobs`. */
  'GET /system/jobs/failed': {
    params: never
    query: {
      limit?: number
    }
    body: never
    answer: SystemListFailedJobsAnswer
    isList: true
    refuses: never
  }
  /** Queues a run that failed for good once more, and takes it off the list. `system.retryJob`, permission `system.retryJob`. */
  'POST /system/jobs/failed/:id/retry': {
    params: { id: string }
    query: never
    body: SystemRetryJobBody
    answer: SystemRetryJobAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** What happened, the newest first; of your own company, unless you look after all. `system.listEvents`, permission `system.listEvents`. */
  'GET /system/events': {
    params: never
    query: {
      type?: string
      entity?: string
      id?: string
      from?: string
      to?: string
      cursor?: string
      limit?: number
    }
    body: never
    answer: SystemListEventsAnswer
    isList: true
    refuses: 'CURSOR_INVALID'
  }
  /** Tells what the last proof found, and how far one is that goes on. `system.readExamination`, permission `system.readExamination`. */
  'GET /system/doctor': {
    params: never
    query: never
    body: never
    answer: SystemReadExaminationAnswer
    isList: false
    refuses: never
  }
  /** Proves every equation over live data. Where a proof goes on already, that one is answered. `system.runExamination`, permission `system.runExamination`. */
  'POST /system/doctor/run': {
    params: never
    query: never
    body: SystemRunExaminationBody
    answer: SystemRunExaminationAnswer
    isList: false
    refuses: never
  }
}
