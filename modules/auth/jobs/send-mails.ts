/** Mails are sent at once by the process that owes them; this takes those that it could not send. */
import { defineJob } from '#kernel'
import { authServices } from '../services.ts'

export const sendMails = defineJob('send-mails', {
  says: 'Sends the mails that are still owed.',
  schedule: '* * * * *',
  per: 'installation',
  run: ({ use }) => use(authServices).post.deliver(),
})
