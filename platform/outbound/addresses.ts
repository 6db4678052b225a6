/** Which addresses and names are public. Everything that is not known to be public is not. */
import ipaddr from 'ipaddr.js'

/**
 * IANA hands out public IPv6 from this block only (RFC 4291, 2.4); it rules out `::127.0.0.1` and what is yet
 * undefined.
 */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
/** NAT64 (RFC 6052) and IPv4-mapped addresses carry an IPv4 address in their last 32 bits; that one is judged. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/**
 * Blocks that ipaddr.js counts as unicast and IANA's special-purpose registry does not: documentation, SRv6, ORCHID.
 */
const special = ['3fff::/20', '5f00::/16', '2001::/23', '2001:db8::/32'].map((block) => ipaddr.IPv6.parseCIDR(block))

/**
 * Whether an address in numbers may be called. 6to4 and Teredo are relics whose inner address is not worth judging: no.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const ip = ipaddr.parse(address)
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast'
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address().range() === 'unicast'
  if (ip.match(nat64)) return ipaddr.fromByteArray(ip.toByteArray().slice(12)).range() === 'unicast'
  return ip.match(globalUnicast) && ip.range() === 'unicast' && !special.some((block) => ip.match(block))
}

/**
 * Names that never lead outside (RFC 6761, RFC 8375, RFC 9476, ICANN's `internal`), and the ones of clouds and
 * clusters.
 */
const innerName = /(^|\.)(localhost|local|internal|intranet|private|corp|home|lan|arpa|alt|onion)$/

/**
 * Whether the host of a URL, as the URL parser writes it, may be public: a public address, or a full name not kept
 * inside.
 */
export function isPublicName(host: string): boolean {
  if (ipaddr.isValid(host)) return isPublicAddress(host)
  const name = host.toLowerCase().replace(/\.$/, '')
  return name.includes('.') && !name.includes('..') && !innerName.test(name)
}
