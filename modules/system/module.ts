import { defineModule } from '#kernel'
import { listEvents } from './event/event.actions.ts'
import { readExamination, runExamination } from './examination/examination.actions.ts'
import { listFailedJobs, listJobs, retryJob } from './job/job.actions.ts'
import { listListeners } from './listener/listener.actions.ts'
import { dismissParked, listParked, replayParked } from './parked/parked.actions.ts'
import { systemRefusals } from './refusals.ts'

export const system = defineModule({
  name: 'system',
  says: 'The running of the installation: listeners, events that wait for somebody, jobs, and the proof of the books.',
  uses: [],
  resource: 'system',
  actions: [
    listListeners,
    listParked,
    replayParked,
    dismissParked,
    listJobs,
    listFailedJobs,
    retryJob,
    listEvents,
    readExamination,
    runExamination,
  ],
  refusals: [systemRefusals],
  events: {
    'event.replayed': 'Somebody had a listener apply an event again that it had given up on.',
    'event.dismissed': 'Somebody decided that a listener goes on without an event.',
    'job.retried': 'Somebody queued a job again that had failed for good.',
    'examination.asked': 'Somebody asked for a proof of the books.',
  },
  installationTables: { 'system.examination': '' },
})
