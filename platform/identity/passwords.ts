/**
 * Passwords: argon2id with the parameters of OWASP ASVS 5.0, appendix C (19 MiB, 2 passes, 1 lane), stored as PHC
 * strings. Hashing costs about 25 ms of a core, so at most two run at once and the queue is bounded: a flood of
 * sign-ins is told OVERLOADED instead of starving everybody else.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '#kernel'
import { isCommonPassword } from './common-passwords.ts'
import { identityRefusals } from './refusals.ts'

/**
 * `concurrency`: hashes at the same time (2). `queue`: how many may wait (64) before OVERLOADED. `memory`: KiB (19456).
 */
export type PasswordSettings = { concurrency?: number; queue?: number; memory?: number; passes?: number }

/** `needsUpgrade` asks the caller to store a fresh `hash` of the password just verified. */
export type PasswordVerdict = { ok: boolean; needsUpgrade: boolean }

export type Passwords = {
  /** Hashes a new password. Refuses VALIDATION_FAILED, PASSWORD_COMPROMISED, OVERLOADED. */
  hash: (password: string, avoid?: readonly string[]) => Promise<string>
  /**
   * Compares with what is stored: a PHC argon2id string or a bcrypt hash. Without `stored` (unknown account) it spends
   * the same time on a dummy and says no. Refuses VALIDATION_FAILED (longer than 128) and OVERLOADED.
   */
  verify: (password: string, stored: string | undefined) => Promise<PasswordVerdict>
}

type Argon2Hash = { memory: number; passes: number; lanes: number; salt: Buffer; key: Buffer }

export const passwordLength = { min: 12, max: 128 } as const
const derive = promisify(argon2)
const no: PasswordVerdict = { ok: false, needsUpgrade: false }

/** Makes the password functions with a queue of their own. One per process. */
export function createPasswords(settings: PasswordSettings = {}): Passwords {
  const { concurrency = 2, queue = 64, memory = 19_456, passes = 2 } = settings
  const inTurn = createQueue(concurrency, queue)
  const dummy: Argon2Hash = { memory, passes, lanes: 1, salt: randomBytes(16), key: randomBytes(32) }

  return {
    hash: async (password, avoid) => {
      const text = checkPassword(password, avoid)
      const salt = randomBytes(16)
      const key = await inTurn(() => deriveKey(text, { memory, passes, lanes: 1, salt, key: Buffer.alloc(32) }))
      return `$argon2id$v=19$m=${memory},t=${passes},p=1$${unpadded(salt)}$${unpadded(key)}`
    },
    verify: async (password, stored) => {
      const text = normalise(password)
      if (stored && isBcrypt(stored)) return inTurn(() => verifyBcrypt(text, stored))
      const parsed = stored === undefined ? undefined : parsePhc(stored)
      const expected = parsed ?? dummy
      const key = await inTurn(() => deriveKey(text, expected))
      if (!timingSafeEqual(key, expected.key) || !parsed) return no
      return { ok: true, needsUpgrade: parsed.memory !== memory || parsed.passes !== passes || parsed.lanes !== 1 }
    },
  }
}

/**
 * Checks a new password and answers it normalised (NFC): 12 to 128 characters, not a common one, not one of the words
 * to `avoid`. Refuses VALIDATION_FAILED and PASSWORD_COMPROMISED.
 */
export function checkPassword(password: string, avoid: readonly string[] = []): string {
  const text = normalise(password)
  if ([...text].length < passwordLength.min) throw invalid(`Use at least ${passwordLength.min} characters.`)
  if (isCommonPassword(text, avoid)) {
    throw identityRefusals.refuse('PASSWORD_COMPROMISED', [{ field: 'password', message: 'Choose another password.' }])
  }
  return text
}

/** Refuses what must never reach the hash: a megabyte of text, or text that is not Unicode. */
function normalise(password: string): string {
  // Four times the limit, before normalising, because composing can shorten a text but a megabyte is never honest.
  const tooLong = password.length > passwordLength.max * 4
  const text = tooLong ? '' : password.normalize('NFC')
  if (tooLong || [...text].length > passwordLength.max) throw invalid(`Use at most ${passwordLength.max} characters.`)
  if (!text.isWellFormed()) throw invalid('The password contains half a character. Type it again.')
  return text
}

const invalid = (message: string) => refuse('VALIDATION_FAILED', [{ field: 'password', message }])

const deriveKey = (password: string, { memory, passes, lanes, salt, key }: Argon2Hash): Promise<Buffer> =>
  derive('argon2id', { message: password, nonce: salt, parallelism: lanes, tagLength: key.length, memory, passes })

/**
 * Reads `$argon2id$v=19$m=..,t=..,p=..$salt$key`. Figures out of bounds are not believed: they would cost us, not an
 * attacker.
 */
function parsePhc(stored: string): Argon2Hash | undefined {
  const match =
    /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/.exec(stored)
  if (!match) return undefined
  const [memory, passes, lanes] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (memory < 8 * lanes || memory > 262_144 || passes < 1 || passes > 10 || lanes < 1) return undefined
  return {
    memory,
    passes,
    lanes,
    salt: Buffer.from(match[4] ?? '', 'base64'),
    key: Buffer.from(match[5] ?? '', 'base64'),
  }
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** Costs above 14 (more than a second in JavaScript) are not bcrypt hashes that we accept. */
const isBcrypt = (stored: string): boolean => /^\$2[aby]\$(0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}$/.test(stored)

async function verifyBcrypt(password: string, stored: string): Promise<PasswordVerdict> {
  const bcrypt = await import('bcryptjs')
  const ok = await bcrypt.compare(password, stored)
  return { ok, needsUpgrade: ok }
}

/** Runs at most `concurrency` tasks at once, keeps at most `limit` waiting and refuses the rest. */
function createQueue(concurrency: number, limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= concurrency) {
      if (waiting.length >= limit) throw refuse('OVERLOADED', 'Too many sign-ins at the same moment.', 1)
      // The one who finishes hands over its place, so `running` does not change here.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
