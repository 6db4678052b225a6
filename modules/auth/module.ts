import { defineModule } from '#kernel'
import { identityRefusals } from '#platform/identity'
import { authActions } from './actions.ts'
import { authEvents } from './events.ts'
import { prune } from './jobs/prune.ts'
import { sendMails } from './jobs/send-mails.ts'
import { endSessionsOfCompany } from './listeners/on-company-deleted.ts'
import { authRefusals } from './refusals.ts'

export const auth = defineModule({
  name: 'auth',
  says: 'Who people are and what they may do: sign-in, sessions, roles, members, invitations, API keys.',
  uses: [],
  resource: 'users',
  actions: authActions,
  listeners: [endSessionsOfCompany],
  jobs: [prune, sendMails],
  refusals: [authRefusals, identityRefusals],
  events: authEvents,
  tables: ['auth.role', 'auth.membership', 'auth.session', 'auth.api_key', 'auth.invitation'],
  // People belong to no company; the app role has no right on them, but may owe a mail within its transaction.
  installationTables: {
    'auth.user': '',
    'auth.refresh_token': '',
    'auth.token_key': '',
    'auth.registration': '',
    'auth.link': '',
    'auth.recovery_code': '',
    'auth.attempt': '',
    'auth.mail': 'insert',
  },
})
