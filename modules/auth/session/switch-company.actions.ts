/** Who works for several companies goes from one to another without typing the password again. */
import { defineAction, refuse } from '#kernel'
import { authRefusals } from '../refusals.ts'
import { idField, keepField, signInFields } from '../user/person.fields.ts'
import { findPerson } from '../user/person.queries.ts'
import { requirePerson } from '../user/require-person.ts'
import { endSessions } from './end-sessions.ts'
import { chooseMembership, startSession } from './start-session.ts'

export const switchCompany = defineAction('switchCompany', {
  label: 'Switch company',
  says: 'Begins a session in another company of yours and ends the present one.',
  path: '/auth/switch-company',
  access: 'signed-in',
  crossCompany: true,
  unrecorded: true,
  input: { companyId: idField({ label: 'Company', required: true }), keep: keepField },
  output: signInFields,
  refuses: ['TENANT_MISMATCH', 'ACCOUNT_DISABLED', 'COMPANY_INACTIVE'],
  emits: ['user.logged_in', 'session.revoked'],
  example: { companyId: '01890000-0000-7000-8000-000000000001' },
  run: async (context, { companyId, keep }) => {
    const userId = requirePerson(context)
    const person = await findPerson(context.sql, { id: userId })
    if (person?.status !== 'active') throw authRefusals.refuse('ACCOUNT_DISABLED')
    const member = chooseMembership(person, companyId)
    if (!member) throw refuse('TENANT_MISMATCH', [{ field: 'companyId', message: 'You are no member.' }])
    const answer = await startSession(context, person, member, keep)
    const { sessionId } = context.actor
    if (sessionId) await endSessions(context, { userId, sessionId, why: 'logged_out' })
    return answer
  },
})
