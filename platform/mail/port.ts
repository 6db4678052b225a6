/** The port of the mailer, and the check that every mail passes. */
import { refuse } from '#kernel'
import { normaliseEmail } from '../identity/emails.ts'

/** One mail to one mailbox. `html` stands beside the text, never instead of it. */
export type Mail = { to: string; subject: string; text: string; html?: string }

/** A mail as it lies in the outbox. `at`: the instant in ISO 8601, UTC. */
export type OutboxMail = Mail & { id: string; from: string; at: string }

export type Mailer = {
  /** Sends and answers the id of the mail. Refuses VALIDATION_FAILED; throws when the server cannot be reached. */
  send: (mail: Mail) => Promise<{ id: string }>
  /** Closes the kept connections. */
  close: () => Promise<void>
}

const longestSubject = 255

/**
 * The mail with its address in normal form. Refuses VALIDATION_FAILED for line breaks and other control characters in
 * the subject or the address, because they would become headers of their own.
 */
export function checkMail(mail: Mail): Mail {
  const { subject } = mail
  if (/[\r\n]/.test(mail.to)) throw invalid('to', 'Remove line breaks.')
  const to = normaliseEmail(mail.to, 'to')
  if (/\p{Cc}|[\u2028\u2029]/u.test(subject)) throw invalid('subject', 'Remove line breaks and control characters.')
  if (subject.trim() === '' || subject.length > longestSubject) {
    throw invalid('subject', `Use 1 to ${longestSubject} characters.`)
  }
  return { ...mail, to }
}

const invalid = (field: string, message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
