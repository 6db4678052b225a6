/**
 * Mails are owed in the transaction of what causes them and written afterwards, here: links are made at that moment, so
 * no row holds a usable one, and asking for a reset costs the same for known and unknown addresses.
 */
import type { Context } from '#kernel'
import type { Mail, Mailer } from '#platform/mail'
import { authServices } from '../services.ts'
import { compose } from './compose.ts'
import type { Owed, OwedKind, Writing } from './owed.ts'

/** Tries before a mail is given up, and the pause after the first one in seconds; it doubles. */
const triesMost = 10
const firstPause = 60

export type Post = {
  /** Sends what is due. Resolves when everything that was due at the call is sent or put off. */
  deliver: () => Promise<void>
}

/** The post of one process; several processes share the work. */
export function openPost(writing: Writing, mailer: Mailer): Post {
  let running: Promise<void> = Promise.resolve()
  return {
    deliver: () => {
      const next = running.then(() => sendDue(writing, mailer))
      running = next.catch(() => undefined)
      return next
    },
  }
}

/** Owes a mail: it is written after the commit, by this process at once or by the job a minute later. */
export async function oweMail(context: Context, kind: OwedKind, email: string, data: object = {}): Promise<void> {
  const { sql, now } = context
  const { post, log } = context.use(authServices)
  await sql`insert into auth.mail (id, kind, email, data, next_at, created_at)
    values (${context.newId()}, ${kind}, ${email}, ${sql.json(data as never)}, ${now}, ${now})`
  context.afterCommit(
    () => void post.deliver().catch((error: unknown) => log.error({ err: error }, 'the post stands still')),
  )
}

async function sendDue(writing: Writing, mailer: Mailer): Promise<void> {
  for (;;) {
    const owed = await takeDue(writing)
    if (!owed) return
    try {
      const mail: Mail | undefined = await compose(writing, owed)
      if (mail) await mailer.send(mail)
      await writing.relay`delete from auth.mail where id = ${owed.id}`
    } catch (error) {
      const { id, kind, tries } = owed
      writing.log.warn({ err: error, mail: id, kind, tries }, 'a mail could not be sent')
      if (tries < triesMost) continue
      writing.log.error({ mail: id, kind }, 'a mail was given up')
      await writing.relay`delete from auth.mail where id = ${id}`
    }
  }
}

/** Takes the next mail and puts it off, so that a process that dies over it leaves it to the next try. */
async function takeDue({ relay, clock }: Writing): Promise<Owed | undefined> {
  const now = new Date(clock()).toISOString()
  const [row] = await relay`
    update auth.mail set tries = tries + 1,
      next_at = ${now}::timestamptz + make_interval(secs => ${firstPause} * power(2, tries))
    where id = (select id from auth.mail where next_at <= ${now} order by next_at, id limit 1 for update skip locked)
    returning id, kind, email, data, tries`
  return row as Owed | undefined
}
