/** The refusals of identity that are not in the core catalogue. */
import { defineRefusals } from '#kernel'

export const identityRefusals = defineRefusals({
  MFA_CODE_INVALID: { status: 401, says: 'The code is wrong, too old or already used. Wait for the next one.' },
  PASSWORD_COMPROMISED: {
    status: 422,
    says: 'This password is on lists that attackers try first. Choose another, such as four unrelated words.',
  },
})
