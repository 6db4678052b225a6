/** The door of background jobs. */
export { type InstallOptions, installJobs } from './jobs/install.ts'
export { type Running, runJob } from './jobs/run.ts'
export { type DeadLetter, type JobOptions, type Jobs, type SendOptions, startJobs } from './jobs/start.ts'
export { type FailedJob, failedJobs, type JobStatus, jobStatus, jobsService } from './jobs/status.ts'
