/**
 * Mail behind one port: SMTP when an address of a server is set, otherwise an outbox directory in which every mail is a
 * file that a person can read. Sending is a job's work: what throws is tried again by the job.
 */
import { defineService } from '#kernel'
import { createLocalOutbox } from './mail/outbox.ts'
import type { Mailer } from './mail/port.ts'
import { createSmtpMailer } from './mail/smtp.ts'

export { listOutbox } from './mail/outbox.ts'
export type { Mail, Mailer, OutboxMail } from './mail/port.ts'

/**
 * `smtpUrl`: `smtp://user:password@host:587` or `smtps://...:465`. `outbox`: the directory used without it.
 * `timeoutMs`: the longest single wait for the server (20,000).
 */
export type MailSettings = {
  from: string
  outbox: string
  smtpUrl?: string
  timeoutMs?: number
  clock?: () => number
}

/** Opens the mailer that the settings name. nodemailer is loaded at the first mail. */
export function openMailer(settings: MailSettings): Mailer {
  const { from, outbox, smtpUrl, timeoutMs = 20_000, clock = Date.now } = settings
  return smtpUrl ? createSmtpMailer(smtpUrl, from, timeoutMs) : createLocalOutbox(outbox, from, clock)
}

/** The mailer of the process. */
export const mailerService = defineService<Mailer>('mailer')
