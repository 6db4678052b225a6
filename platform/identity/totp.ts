/**
 * One-time codes (RFC 6238: SHA-1, 6 digits, 30 s, what every authenticator app reads) and recovery codes. The caller
 * stores the secret encrypted, the step last used, and the hashes of the recovery codes.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { identityRefusals } from './refusals.ts'

/** `secret` in base32, 160 bits; `uri` for the QR code. */
export type TotpEnrolment = { secret: string; uri: string }

/** `lastStep`: the step of the last accepted code. `now`: epoch milliseconds. */
export type TotpCheck = { secret: string; lastStep?: number; now: number }

const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const refuseCode = () => identityRefusals.refuse('MFA_CODE_INVALID')

/** Makes a secret and its otpauth:// address. `issuer` and `account` are what the app shows. */
export function enrolTotp(issuer: string, account: string): TotpEnrolment {
  const secret = new Secret({ size: 20 })
  return { secret: secret.base32, uri: new TOTP({ ...shape, issuer, label: account, secret }).toString() }
}

/**
 * Answers the step of the code, which the caller must store before it lets the user in, in a statement that fails when
 * another request stored it first. One step of clock difference either way is allowed. Refuses MFA_CODE_INVALID, also
 * for a code of the last step or before: a code that was looked at over a shoulder is used up.
 */
export function verifyTotp(code: string, { secret, lastStep = -1, now }: TotpCheck): number {
  const token = code.length <= 16 ? code.replaceAll(' ', '') : ''
  if (!/^\d{6}$/.test(token)) throw refuseCode()
  const delta = new TOTP({ ...shape, secret: Secret.fromBase32(secret) }).validate({ token, window: 1, timestamp: now })
  const step = delta === null ? -1 : TOTP.counter({ period: shape.period, timestamp: now }) + delta
  if (step <= lastStep) throw refuseCode()
  return step
}

/** Crockford's base32: no I, L, O, U, so a code survives being read aloud and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Ten codes of 120 bits, in groups of four. The codes are shown once; the hashes are stored and struck off one by one.
 */
export function makeRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: 10 }, () => {
    // 32 divides 256, so the low five bits of a byte are evenly spread.
    const signs = Array.from(randomBytes(24), (byte) => alphabet[byte & 31]).join('')
    return (signs.match(/.{4}/g) ?? []).join('-')
  })
  return { codes, hashes: codes.map(hashRecoveryCode) }
}

/** The hash under which a recovery code is stored, whatever case, spaces or look-alike letters it was typed with. */
export function hashRecoveryCode(code: string): string {
  const typed = code.slice(0, 64).toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return createHash('sha256').update(`recovery:${typed}`).digest('hex')
}
