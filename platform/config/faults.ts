import type { Config } from '../config.ts'

/** What is wrong with a setting, and the fix. */
export type Fault = { name: string; message: string }

/** Settings that are right one by one and wrong together. */
export function findContradictions(config: Config): Fault[] {
  const faults: Fault[] = []
  const isBucket = config.files !== 'local'
  if (isBucket && !config.s3AccessKeyId)
    faults.push({ name: 'S3_ACCESS_KEY_ID', message: 'FILES names a bucket: give its access key' })
  if (isBucket && !config.s3SecretAccessKey) {
    faults.push({ name: 'S3_SECRET_ACCESS_KEY', message: 'FILES names a bucket: give the secret of its access key' })
  }
  if (config.smtpUrl && config.mailFrom.includes('@localhost')) {
    faults.push({ name: 'MAIL_FROM', message: 'SMTP_URL is set: give a sender whose domain is yours' })
  }
  return faults
}

/** What a public installation must not run with. */
export function findWeaknesses(config: Config): Fault[] {
  const faults: Fault[] = []
  const refuse = (name: string, message: string) =>
    faults.push({ name, message: `${message} (NODE_ENV is production)` })
  if (config.demo) refuse('DEMO', 'the demo sign-ins have a password that everybody knows: set it to off')
  if (!config.secretKeys) refuse('SECRET_KEYS', 'give at least one key: SECRET_KEYS="a:$(openssl rand -base64 32)"')
  else if (hasWeakKey(config.secretKeys))
    refuse('SECRET_KEYS', 'a key is not random: make it with openssl rand -base64 32')
  if (!config.isPublicUrlSet) refuse('PUBLIC_URL', 'give the address that people use, such as https://shop.example.com')
  else if (!isPrivate(config.publicUrl)) refuse('PUBLIC_URL', 'begin it with https://')
  for (const origin of config.corsOrigins) {
    if (origin !== config.publicUrl && !isPrivate(origin)) refuse('CORS_ORIGINS', `begin ${origin} with https://`)
  }
  if (config.trustProxy === true) refuse('TRUST_PROXY', 'name the addresses of your proxies instead of on')
  if (config.databaseUrl && hasWeakPassword(config.databaseUrl)) {
    refuse('DATABASE_URL', 'its password is one of the first that are tried: choose a random one')
  }
  return faults
}

/** Passwords that stand in everybody's examples. */
const WEAK = new Set([
  ...['postgres', 'password', 'passwd', 'changeme', 'change-me', 'secret', 'admin', 'root', 'test', 'demo', 'entrepot'],
  ...['your_password', '1234', '12345', '123456', '12345678'],
])

function hasWeakPassword(url: string): boolean {
  return WEAK.has(new URL(url).password.toLowerCase())
}

/** Of 32 random bytes about 30 differ, and fewer than 20 do so once in 10^9 keys; typed text repeats itself. */
function hasWeakKey(ring: string): boolean {
  return ring.split(',').some((entry) => {
    const key = Buffer.from(entry.slice(entry.indexOf(':') + 1), 'base64')
    return new Set(key).size < 20 || key.every((byte) => byte >= 0x20 && byte < 0x7f)
  })
}

/** Whether nobody on the way can listen: encrypted, or it never leaves this machine. */
function isPrivate(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
