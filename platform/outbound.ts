/**
 * The one way to call an address that a company typed in (webhooks, connectors, "test connection"). A name is resolved
 * once, every address of the answer must be public, and the socket goes to exactly those addresses, so a name that
 * changes its mind between check and dial (rebinding) gains nothing. Redirects are answers, never followed. Bodies are
 * neither decompressed nor unbounded. In production an egress proxy belongs in front as well.
 */
import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import type { Agent, Dispatcher } from 'undici'
import { defineRefusals, defineService, isRefusal, type Refusal } from '#kernel'
import { isPublicAddress, isPublicName } from './outbound/addresses.ts'

export const outboundRefusals = defineRefusals({
  URL_NOT_ALLOWED: { status: 422, says: 'This address may not be called. Use a public http or https address.' },
  BLOCKED_ADDRESS: { status: 422, says: 'The name does not lead to a public address, so the call was not made.' },
  OUTBOUND_FAILED: { status: 502, says: 'The other side could not be reached or broke the connection.' },
  OUTBOUND_TOO_LARGE: { status: 502, says: 'The other side answered with more than is accepted.' },
  OUTBOUND_TIMEOUT: { status: 504, says: 'The other side did not answer completely in time.' },
})
const { refuse } = outboundRefusals

/**
 * `ports`: allowed beyond 80, 443 and 8443. `allowPrivate`: exact `host:port` that skip the guard, for emulators and
 * for an operator's own systems. `resolve`: the resolver (that of the system).
 */
export type OutboundSettings = {
  ports?: readonly number[]
  allowPrivate?: readonly string[]
  resolve?: (name: string) => Promise<readonly LookupAddress[]>
}

/** `deadlineMs` covers name, connection, headers and body together (10,000). `maxBytes` of the body (1 MiB). */
export type OutboundRequest = {
  method?: Dispatcher.HttpMethod
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  deadlineMs?: number
  maxBytes?: number
  signal?: AbortSignal
}

/** Header names are in lower case. A status of 300 to 399 is a redirect that was not followed. */
export type OutboundAnswer = {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

export type Outbound = {
  /** For the moment of saving: answers the address in its normal form. Refuses URL_NOT_ALLOWED. Asks no name server. */
  checkUrl: (url: string) => URL
  /** Calls. Refuses URL_NOT_ALLOWED, BLOCKED_ADDRESS, OUTBOUND_TIMEOUT, OUTBOUND_TOO_LARGE, OUTBOUND_FAILED. */
  guardedFetch: (url: string, request?: OutboundRequest) => Promise<OutboundAnswer>
  /** Closes the kept connections. */
  close: () => Promise<void>
}

const usualPorts = [80, 443, 8443]
const resolveBySystem = (name: string) => systemLookup(name, { all: true, verbatim: true })

/** Makes the client of one process; connections are kept between calls. */
export function createOutbound(settings: OutboundSettings = {}): Outbound {
  const { resolve = resolveBySystem } = settings
  const ports = new Set([...usualPorts, ...(settings.ports ?? [])])
  const exempt = new Set(settings.allowPrivate ?? [])
  const isExempt = (url: URL): boolean => exempt.has(`${url.hostname}:${portOf(url)}`)
  let agents: Promise<{ guarded: Agent; open: Agent }> | undefined

  const checkUrl = (text: string): URL => {
    const url = parse(text)
    if (isExempt(url)) return url
    if (!ports.has(portOf(url))) throw notAllowed(`Port ${portOf(url)} is not allowed. Use ${[...ports].join(', ')}.`)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!isPublicName(host)) throw notAllowed('Use a public name or a public address.')
    return url
  }
  const guardedFetch: Outbound['guardedFetch'] = async (text, request = {}) => {
    const url = checkUrl(text)
    agents ??= openAgents(resolve)
    const { guarded, open } = await agents
    return call(url, request, isExempt(url) ? open : guarded)
  }
  const close = async (): Promise<void> => {
    const opened = await agents
    if (opened) await Promise.all([opened.guarded.destroy(), opened.open.destroy()])
  }
  return { checkUrl, guardedFetch, close }
}

function parse(text: string): URL {
  const url = text.length <= 2048 ? URL.parse(text) : null
  if (!url) throw notAllowed('Write a full address of at most 2048 characters, such as https://example.com/hook.')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw notAllowed('Use https (or http).')
  if (url.username || url.password) throw notAllowed('Remove the user name and password from the address.')
  return url
}

const notAllowed = (message: string) => refuse('URL_NOT_ALLOWED', [{ field: 'url', message }])
const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80))

/** undici is loaded at the first call: a process that calls nobody does not carry it. */
async function openAgents(resolve: NonNullable<OutboundSettings['resolve']>): Promise<{ guarded: Agent; open: Agent }> {
  const { Agent } = await import('undici')
  const limits = { connections: 16, maxHeaderSize: 16_384, headersTimeout: 60_000, bodyTimeout: 60_000 }
  const connect = { timeout: 10_000, lookup: guardedLookup(resolve) }
  return { guarded: new Agent({ ...limits, connect }), open: new Agent({ ...limits, connect: { timeout: 10_000 } }) }
}

/** Resolves once and hands over only an answer that is public throughout: one private address spoils it. */
function guardedLookup(resolve: NonNullable<OutboundSettings['resolve']>): LookupFunction {
  return (name, options, done) => {
    resolve(name).then(
      (answer) => {
        const [first] = answer
        if (!first || !answer.every(({ address }) => isPublicAddress(address))) {
          done(blocked('The name leads to an address that is not public.'), '', 4)
        } else if (options.all) done(null, [...answer])
        else done(null, first.address, first.family)
      },
      // A name server that fails is no permission.
      () => done(blocked('The name could not be resolved.'), '', 4),
    )
  }
}

const blocked = (message: string): Refusal => refuse('BLOCKED_ADDRESS', [{ field: 'url', message }])

async function call(url: URL, request: OutboundRequest, dispatcher: Agent): Promise<OutboundAnswer> {
  const { method = 'GET', headers, body, deadlineMs = 10_000, maxBytes = 1_048_576 } = request
  const deadline = AbortSignal.timeout(deadlineMs)
  const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline
  try {
    const answer = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers,
      body,
      signal,
    })
    return { status: answer.statusCode, headers: answer.headers, body: await readAtMost(answer.body, maxBytes) }
  } catch (error) {
    throw asRefusal(error, deadline)
  }
}

async function readAtMost(stream: Dispatcher.ResponseData['body'], maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  // Leaving the loop by an error destroys the stream and with it the connection.
  for await (const part of stream) {
    size += part.length
    if (size > maxBytes) throw refuse('OUTBOUND_TOO_LARGE', `The answer is longer than ${maxBytes} bytes.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The message of a driver's error may name inner addresses, so only its code is told. */
function asRefusal(error: unknown, deadline: AbortSignal): Refusal {
  if (isRefusal(error)) return error
  if (deadline.aborted) return refuse('OUTBOUND_TIMEOUT')
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  return refuse(/TIMEOUT|ETIMEDOUT/.test(code) ? 'OUTBOUND_TIMEOUT' : 'OUTBOUND_FAILED', code)
}

/** The guarded client of the process. */
export const outboundService = defineService<Outbound>('outbound')
