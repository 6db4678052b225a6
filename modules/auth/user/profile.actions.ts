/** A person's own profile. Role, company and what is proven of them are nobody's own to write. */
import { type Context, defineAction, isTimeZone, refuse, text } from '#kernel'
import { authServices } from '../services.ts'
import { forgetAtCommit } from '../session/end-sessions.ts'
import { personFields, preferenceFields } from './person.fields.ts'
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

const emptyOrPhone = text({ label: 'Phone', max: 32, pattern: '^([+0-9][0-9 ()./-]*)?$' })

export const updateProfile = defineAction('updateProfile', {
  label: 'Change my profile',
  says: 'Changes your name, phone, language, theme or time zone: what is named. An empty phone or zone is removed.',
  method: 'PUT',
  path: '/auth/profile',
  access: 'signed-in',
  crossCompany: true,
  input: { name: text({ label: 'Name', min: 1, max: 120 }), phone: emptyOrPhone, ...preferenceFields },
  output: personFields,
  refuses: ['NOT_FOUND', 'VALIDATION_FAILED'],
  emits: ['user.updated'],
  example: { name: 'Ann Weaver' },
  run: async (context, given) => {
    const id = requirePerson(context)
    if (given.timeZone && !isTimeZone(given.timeZone))
      throw refuse('VALIDATION_FAILED', [{ field: 'timeZone', message: 'is no IANA time zone, such as Asia/Kolkata' }])
    const { version, before, after } = await writeProfile(context, id, given)
    context.emit('user.updated', { entity: 'auth.user', id, version, data: { userId: id, before, after } })
    forgetAtCommit(context, id)
    return profileOf(context, id)
  },
})

type Given = { name?: string; phone?: string; language?: string; theme?: string; timeZone?: string }

async function writeProfile({ sql, now }: Context, id: string, given: Given) {
  const { name = null, phone: number = null, language = null, theme = null, timeZone = null } = given
  const columns = (of: ReturnType<Context['sql']>) => sql`
    jsonb_build_object('name', ${of}.name, 'phone', ${of}.phone, 'language', ${of}.language, 'theme', ${of}.theme,
      'timeZone', ${of}.time_zone)`
  const [row] = await sql`
    with old as (select id, name, phone, language, theme, time_zone from auth.user where id = ${id} for update)
    update auth.user u set name = coalesce(${name}, u.name), phone = nullif(coalesce(${number}, u.phone), ''),
      language = coalesce(${language}, u.language), theme = coalesce(${theme}, u.theme),
      time_zone = nullif(coalesce(${timeZone}, u.time_zone), ''), version = u.version + 1, updated_at = ${now}
    from old where u.id = old.id
    returning u.version, ${columns(sql`old`)} as before, ${columns(sql`u`)} as after`
  if (!row) throw refuse('NOT_FOUND')
  return { version: Number(row.version), before: row.before, after: row.after }
}

async function profileOf({ sql, actor, use }: Context, id: string) {
  const person = await findPerson(sql, { id })
  if (!person) throw refuse('NOT_FOUND')
  const ids = person.memberships.map(({ companyId }) => companyId)
  const companies = (await use(authServices).directory?.companies(sql, ids)) ?? []
  const names = new Map(companies.map(({ id: companyId, name }) => [companyId, name]))
  const member = person.memberships.find(({ companyId }) => companyId === actor.companyId)
  const described = describePerson(person, member)
  const memberships = described.memberships.map((each) => ({ ...each, companyName: names.get(each.companyId) ?? null }))
  return { ...described, memberships }
}
