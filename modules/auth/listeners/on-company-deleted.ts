/** A company that was deactivated lets nobody in: sign-in asks for it, and what runs already ends here. */
import { defineListener } from '#kernel'

export const endSessionsOfCompany = defineListener('end-sessions-of-company', {
  on: ['company.deleted'],
  says: 'Ends the sessions of a company that was deactivated.',
  run: async ({ sql, companyId, now }) => {
    await sql`update auth.session set revoked_at = ${now}, revoked_for = 'company_deactivated'
      where company_id = ${companyId} and revoked_at is null`
  },
})
