/**
 * One spelling for one mailbox. An address is normalised first and validated afterwards, because checking before lets a
 * look-alike through (Auth.js GHSA-7rqj-j65f-68wh: a full-width @ made one text two addresses).
 */
import { domainToASCII } from 'node:url'
import { refuse } from '#kernel'

/** RFC 5321, 4.5.3.1: 64 octets before the @; 254 in all, because the path of 256 includes its angle brackets. */
const longest = { local: 64, whole: 254 }

/**
 * RFC 5322 dot-atom in ASCII: quoted names and letters of other scripts are refused, for what looks the same must be
 * the same.
 */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainPart = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The address in NFKC, trimmed, lower case, its domain in ASCII (punycode). Refuses VALIDATION_FAILED, naming `field`.
 * Lower-casing the name before the @ is what people expect; no mail provider of today tells `Ann@` from `ann@`.
 */
export function normaliseEmail(text: string, field = 'email'): string {
  const invalid = (message: string) => refuse('VALIDATION_FAILED', [{ field, message }])
  if (text.length > longest.whole * 4) throw invalid(`Use at most ${longest.whole} characters.`)
  const address = text.normalize('NFKC').trim().toLowerCase()
  // Control, format (zero width), surrogate and space characters never belong to an address.
  if (/[\p{C}\p{Z}\s]/u.test(address)) throw invalid('Remove spaces and invisible characters.')
  const [local, domain, ...rest] = address.split('@')
  if (!local || !domain || rest.length > 0) throw invalid('Write an address with one @, such as name@example.com.')
  if (local.length > longest.local || !localPart.test(local)) {
    throw invalid('Use letters a-z, digits and single dots before the @, at most 64.')
  }
  const ascii = domainToASCII(domain)
  if (!domainPart.test(ascii)) throw invalid('Write a full domain after the @, such as example.com.')
  const normal = `${local}@${ascii}`
  if (normal.length > longest.whole) throw invalid(`Use at most ${longest.whole} characters.`)
  return normal
}
