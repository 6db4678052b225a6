/** People who really sign in, for the tests of auth. */
import assert from 'node:assert/strict'
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { listOutbox } from '#platform/mail'
import { makeCompany, type TestCompany } from '../../tests/company.ts'
import { type Loose, makeWorld, type Reply, type World } from '../../tests/world.ts'

export const password = 'four unrelated words'

export type SignedIn = { userId: string; email: string; accessToken: string; refreshToken: string; user: Loose }
export type Member = { userId: string; email: string }

export type AuthWorld = World & {
  auth: AuthServices
  /** What the clock of the world shows, epoch milliseconds; tests move it. */
  clock: { now: number }
  company: () => Promise<TestCompany>
  /** Makes a person with a role in a company. */
  member: (companyId: string, role: string, options?: { shopIds?: string[] }) => Promise<Member>
  signIn: (email: string, options?: { password?: string; companyId?: string; agent?: string }) => Promise<SignedIn>
  /** Calls with an access token, or anonymously. */
  as: (token: string | undefined, method: string, path: string, body?: unknown) => Promise<Reply<Loose>>
  /** The latest mail to an address, once everything owed is sent. */
  mailTo: (email: string) => Promise<{ subject: string; text: string; token: string } | undefined>
  /** Events of a type, with what they say. */
  events: (type: string, subjectId?: string) => Promise<Loose[]>
}

let count = 0

/** A world whose clock stands still until a test moves it. */
export async function makeAuthWorld(): Promise<AuthWorld> {
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  const world = await makeWorld({ listeners: false, clock: () => clock.now })
  const auth = world.app.services.get(authServices.name) as AuthServices
  const as: AuthWorld['as'] = (token, method, path, body) =>
    world.call<Loose>(undefined, method, path, body, token === undefined ? {} : { authorization: `Bearer ${token}` })
  return {
    ...world,
    auth,
    clock,
    as,
    company: () => makeCompany(world),
    member: async (companyId, role, { shopIds = [] } = {}) => {
      count += 1
      const email = `person${count}@gift.test`
      const { id } = await ensureUser(auth, { email, name: `Person ${count}`, password })
      await addMembership(auth, { companyId, userId: id, role, shopIds })
      return { userId: id, email }
    },
    signIn: async (email, options = {}) => {
      const body = { email, password: options.password ?? password, companyId: options.companyId }
      const headers = { 'user-agent': options.agent ?? 'test' }
      const reply = await world.call<Loose>(undefined, 'POST', '/auth/login', body, headers)
      assert.equal(reply.status, 200, JSON.stringify(reply.body))
      const { accessToken, refreshToken, user } = reply.body.data as unknown as Omit<SignedIn, 'userId' | 'email'>
      return { userId: String(user.id), email, accessToken, refreshToken, user }
    },
    mailTo: async (email) => {
      await auth.post.deliver()
      const mail = (await listOutbox(world.outbox)).filter(({ to }) => to === email).at(-1)
      return mail && { ...mail, token: /#token=([\w-]+)/.exec(mail.text)?.[1] ?? '' }
    },
    events: async (type, subjectId) => {
      const { relay } = world.app.db
      const ofSubject = subjectId === undefined ? relay`true` : relay`subject_id = ${subjectId}`
      const found = await relay`
        select company_id as "companyId", subject_id as "subjectId", data, actor from event_log.event
        where type = ${type} and ${ofSubject} order by seq`
      return found as unknown as Loose[]
    },
  }
}

/** How often each status occurs, such as `{ 401: 10, 429: 30 }`. */
export const tally = (replies: readonly Reply<Loose>[]): Record<number, number> =>
  Object.fromEntries(
    [...new Set(replies.map(({ status }) => status))].map((status) => [
      status,
      replies.filter((reply) => reply.status === status).length,
    ]),
  )
