import { isIP } from 'node:net'
import { createSecretBox } from '../identity/secrets.ts'

/** How a setting is written. `read` answers the value, or `undefined` where the text is not one. */
export type Kind<T> = {
  /** What is allowed, as the end of the sentence "Give ...". It stands in errors and in the page of settings. */
  allowed: string
  read: (text: string) => T | undefined
}

/** One word out of a few. */
export const choice = <const T extends string>(...words: T[]): Kind<T> => ({
  allowed: `one of ${words.join(', ')}`,
  read: (text) => words.find((word) => word === text),
})

/** `on` or `off`, and no other spelling, so that a typing error never counts as "off". */
export const onOff: Kind<boolean> = {
  allowed: 'on or off',
  read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
}

/** A whole number within its limits, both included. */
export const wholeNumber = (min: number, max: number, unit = ''): Kind<number> => ({
  allowed: `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`,
  read: (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    return value >= min && value <= max ? value : undefined
  },
})

/** Text of one line, as a path or a name. */
export const line = (allowed: string, pattern = /^\P{Cc}+$/u): Kind<string> => ({
  allowed,
  read: (text) => (pattern.test(text) ? text : undefined),
})

/** A complete address with one of the schemes, given without colon. */
export const address = (...schemes: string[]): Kind<string> => ({
  allowed: `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  read: (text) => (schemes.includes(URL.parse(text)?.protocol.slice(0, -1) ?? '') ? text : undefined),
})

/** Where people reach the web pages: scheme, host and port, kept without a slash at the end. */
export const origin: Kind<string> = {
  allowed: 'an address without path, such as https://shop.example.com',
  read: (text) => {
    const url = URL.parse(text)
    if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined
    return text.replace(/\/$/, '') === url.origin ? url.origin : undefined
  },
}

/** Several values with commas between them. */
export const listOf = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  allowed: `${kind.allowed}; several with commas between them`,
  read: (text) => {
    const values = text.split(',').flatMap((part) => kind.read(part.trim()) ?? [])
    return values.length === text.split(',').length ? Object.freeze(values) : undefined
  },
})

/** Whom to believe about the address of a client: nobody, everybody, or the named proxies. */
export const proxies: Kind<boolean | string> = {
  allowed: 'off, on, or the addresses of your proxies with commas between them, such as 10.0.0.0/8',
  read: (text) => {
    if (text === 'on' || text === 'off') return text === 'on'
    return text.split(',').every((part) => isNetwork(part.trim())) ? text : undefined
  },
}

/** Where files are kept: `local`, or the bucket of an S3-compatible store. */
export const fileStore: Kind<'local' | { bucket: string }> = {
  allowed: 'local, or s3://name-of-the-bucket',
  read: (text) => {
    const [, bucket] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(text) ?? []
    return text === 'local' ? text : bucket ? Object.freeze({ bucket }) : undefined
  },
}

/** Keys that encrypt the secrets of companies, in the form of `createSecretBox`, which judges them. */
export const keyRing: Kind<string> = {
  allowed: 'id:base64 of 32 bytes, several with commas between them and the newest first (openssl rand -base64 32)',
  read: (text) => {
    try {
      createSecretBox(text)
      return text
    } catch {
      return undefined
    }
  },
}

function isNetwork(text: string): boolean {
  const [host = '', bits, ...rest] = text.split('/')
  const version = isIP(host)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
