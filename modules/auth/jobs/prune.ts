/** Removes what has ended, and keeps a signing key at hand that is far from its end. */
import { defineJob } from '#kernel'
import { authServices } from '../services.ts'

/** Days for which ended sessions stay readable, for questions about who was signed in. */
const keptDays = 90

export const prune = defineJob('prune', {
  says: 'Removes ended sessions, used links and old counts; makes the next signing key when it is time.',
  schedule: '17 3 * * *',
  per: 'installation',
  run: async ({ sql, now, use }) => {
    const old = sql`${now}::timestamptz - make_interval(days => ${keptDays})`
    await sql`delete from auth.session where expires_at < ${old} or revoked_at < ${old}`
    await sql`delete from auth.refresh_token where expires_at < ${now}`
    await sql`delete from auth.link where expires_at < ${now}::timestamptz - interval '7 days'`
    await sql`delete from auth.registration where expires_at < ${now}`
    await sql`delete from auth.attempt where ends_at < ${now}`
    await sql`delete from auth.token_key where not_after < ${now}`
    await use(authServices).reloadKeys()
  },
})
