/** A person's own profile. Role, company and what is proven of them are nobody's own to write. */
import { type Context, defineAction, phone, refuse, text } from '#kernel'
import { forgetAtCommit } from '../session/end-sessions.ts'
import { personFields } from './person.fields.ts'
import { describePerson, findPerson } from './person.queries.ts'
import { requirePerson } from './require-person.ts'

export const readProfile = defineAction('readProfile', {
  label: 'My profile',
  says: 'Answers who you are and which companies you belong to.',
  method: 'GET',
  path: '/auth/profile',
  access: 'signed-in',
  crossCompany: true,
  input: {},
  output: personFields,
  refuses: ['NOT_FOUND'],
  run: async (context) => profileOf(context, requirePerson(context)),
})

export const updateProfile = defineAction('updateProfile', {
  label: 'Change my profile',
  says: 'Changes your name or phone number.',
  method: 'PUT',
  path: '/auth/profile',
  access: 'signed-in',
  crossCompany: true,
  input: { name: text({ label: 'Name', min: 1, max: 120 }), phone: phone({ label: 'Phone' }) },
  output: personFields,
  refuses: ['NOT_FOUND'],
  emits: ['user.updated'],
  example: { name: 'Ann Weaver' },
  run: async (context, { name, phone: number }) => {
    const id = requirePerson(context)
    const { sql, now } = context
    const [row] = await sql`
      with old as (select id, name, phone from auth.user where id = ${id} for update)
      update auth.user u set name = coalesce(${name ?? null}, u.name), phone = coalesce(${number ?? null}, u.phone),
        version = u.version + 1, updated_at = ${now}
      from old where u.id = old.id
      returning u.version, old.name as "oldName", old.phone as "oldPhone", u.name, u.phone`
    if (!row) throw refuse('NOT_FOUND')
    const before = { name: row.oldName, phone: row.oldPhone }
    const after = { name: row.name, phone: row.phone }
    context.emit('user.updated', {
      entity: 'auth.user',
      id,
      version: Number(row.version),
      data: { userId: id, before, after },
    })
    forgetAtCommit(context, id)
    return profileOf(context, id)
  },
})

async function profileOf({ sql, actor }: Context, id: string) {
  const person = await findPerson(sql, { id })
  if (!person) throw refuse('NOT_FOUND')
  const member = person.memberships.find(({ companyId }) => companyId === actor.companyId)
  return describePerson(person, member)
}
