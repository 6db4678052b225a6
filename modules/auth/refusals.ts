/** The codes of auth, beside those of the pipeline and of the identity primitives. */
import { defineRefusals } from '#kernel'

export const authRefusals = defineRefusals({
  CREDENTIALS_INVALID: {
    status: 401,
    says: 'The e-mail or the password is wrong, or the address is not confirmed yet.',
  },
  PASSWORD_WRONG: { status: 403, says: 'The current password is wrong.' },
  ACCOUNT_DISABLED: { status: 403, says: 'This account is disabled. Ask an administrator of your company.' },
  COMPANY_INACTIVE: { status: 403, says: 'This company is not active any more.' },
  MFA_REQUIRED: { status: 403, says: 'The sign-in is not complete. Send the code of the second step.' },
  MFA_ALREADY_ENABLED: { status: 409, says: 'The second step is on already. Turn it off first.' },
  MFA_NOT_ENABLED: { status: 409, says: 'The second step is not on.' },
  TOKEN_REUSED: {
    status: 401,
    says: 'This refresh token was used before, so the session has ended. Sign in again and change your password.',
  },
  TOKEN_USED: { status: 410, says: 'This link was used, withdrawn or has expired. Ask for a new one.' },
  INVITE_MISMATCH: { status: 403, says: 'This invitation was sent to another e-mail address.' },
  ROLE_NOT_ASSIGNABLE: { status: 403, says: 'Nobody can give or change rights beyond their own.' },
  LAST_ADMIN: { status: 409, says: 'A company needs an administrator. Make somebody else one first.' },
})
