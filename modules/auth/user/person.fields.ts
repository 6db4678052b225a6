/** Fields that several actions of auth take or answer. */
import { boolean, choice, email, group, integer, list, phone, secret, text } from '#kernel'

const hex = '[0-9a-f]'
const uuidPattern = `^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`

/** An id of a record that auth does not own, or of one that spans companies. */
export const idField = <const O extends { label: string; required?: boolean; example?: string }>(options: O) =>
  text({ min: 36, max: 36, pattern: uuidPattern, ...options })

/** Longer than any password may be, so that the reason given is the right one; a megabyte is refused by the schema. */
export const passwordField = <const O extends { label: string; required?: boolean }>(options: O) =>
  secret({ max: 512, ...options })

export const shopIdsField = list(idField({ label: 'Shop' }), { label: 'Shops', max: 500 })

/** How a person wants to see things. */
export const preferenceFields = {
  language: choice(['en', 'hi', 'ar', 'tr'], { label: 'Language', help: 'What the device asks for, unless told' }),
  theme: choice(['system', 'light', 'dark'], { label: 'Theme' }),
  timeZone: text({ label: 'Time zone', help: "IANA name; the device's where it is empty", max: 64 }),
}

/** What is answered about a person; see `describePerson`. */
export const personFields = {
  id: idField({ label: 'User', required: true }),
  email: email({ label: 'E-mail', required: true }),
  name: text({ label: 'Name', required: true }),
  phone: phone({ label: 'Phone' }),
  ...preferenceFields,
  role: text({ label: 'Role', required: true }),
  roleName: text({ label: 'Name of the role' }),
  companyId: idField({ label: 'Company' }),
  shopIds: shopIdsField,
  customerId: idField({ label: 'Customer' }),
  emailVerified: boolean({ label: 'E-mail is proven' }),
  mfaEnabled: boolean({ label: 'Second step is on' }),
  memberships: list(
    group({
      companyId: idField({ label: 'Company', required: true }),
      companyName: text({ label: 'Name of the company', help: 'In the profile; empty while it is deactivated' }),
      role: text({ label: 'Role', required: true }),
      roleName: text({ label: 'Name of the role' }),
      shopIds: shopIdsField,
    }),
    { label: 'Companies', max: 1000 },
  ),
}

/** What a sign-in leaves with the client: two tokens for a program, one page token for the server of web pages. */
export const keepField = choice(['tokens', 'page'], {
  label: 'Credential',
  help: 'A page token lives as long as its session and belongs into a cookie that no script can read',
})

/** What a sign-in answers: tokens and the person, or the challenge of the second step. */
export const signInFields = {
  mfaRequired: boolean({ label: 'A code of the second step is needed' }),
  challenge: text({ label: 'Challenge', help: 'Goes to /auth/login/mfa with the code' }),
  accessToken: text({ label: 'Access token', max: 4096 }),
  refreshToken: text({ label: 'Refresh token' }),
  pageToken: text({ label: 'Page token', help: 'Instead of the two; sent as Authorization: Session <token>' }),
  tokenType: text({ label: 'Token type' }),
  expiresIn: integer({ label: 'Seconds that the access token lives' }),
  user: group(personFields, { label: 'User' }),
}
