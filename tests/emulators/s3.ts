/**
 * A small S3: put, get, delete and list (version 2) in path style. Like the real one it recomputes the SigV4 signature
 * from the request as it arrived, checks the clock and the checksums of the body, and answers S3's error codes.
 * Source: AWS General Reference, "Signature Version 4 signing process"; Amazon S3 API Reference.
 */
import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Stored = { body: Buffer; contentType: string }

/** `hang`: accept requests and never answer. `failures`: how many of the next requests answer 503 SlowDown. */
export type S3Emulator = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  objects: Map<string, Stored>
  seen: { method: string; checksum: string | undefined; contentSha256: string | undefined }[]
  behave: { hang: boolean; failures: number; pageSize: number }
  close: () => Promise<void>
}

type Answer = { status: number; body?: Buffer | string; headers?: Record<string, string> }

const maxClockDifferenceMs = 15 * 60_000

/** Starts the emulator on a free port of loopback. */
export async function startS3Emulator(): Promise<S3Emulator> {
  const server = createServer((request, response) => void handle(emulator, request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const emulator: S3Emulator = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-test-1',
    bucket: 'entrepot',
    accessKeyId: 'AKIDEMULATOR',
    secretAccessKey: 'emulator/secret+key',
    objects: new Map(),
    seen: [],
    behave: { hang: false, failures: 0, pageSize: 1000 },
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return emulator
}

async function handle(emulator: S3Emulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray())
  const { method = '', headers } = request
  emulator.seen.push({
    method,
    checksum: one(headers['x-amz-checksum-sha256']),
    contentSha256: one(headers['x-amz-content-sha256']),
  })
  if (emulator.behave.hang) return
  const url = new URL(request.url ?? '/', emulator.endpoint)
  const answer = checkRequest(emulator, request, url, body) ?? perform(emulator, { method, url, body, request })
  const length = answer.body === undefined ? {} : { 'content-length': Buffer.byteLength(answer.body) }
  response.writeHead(answer.status, { 'x-amz-request-id': 'emulated', ...length, ...answer.headers }).end(answer.body)
}

/** Answers the error of a request that the real store would not perform. */
function checkRequest(emulator: S3Emulator, request: IncomingMessage, url: URL, body: Buffer): Answer | undefined {
  if (emulator.behave.failures > 0) {
    emulator.behave.failures -= 1
    return fail(503, 'SlowDown')
  }
  const { headers } = request
  const sentHash = one(headers['x-amz-content-sha256']) ?? ''
  const date = one(headers['x-amz-date']) ?? ''
  const instant = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(Date.now() - instant) < maxClockDifferenceMs)) return fail(403, 'RequestTimeTooSkewed')
  if (!hasSignature(emulator, request, url, date)) return fail(403, 'SignatureDoesNotMatch')
  const hash = createHash('sha256').update(body)
  const [hex, base64] = [hash.copy().digest('hex'), hash.digest('base64')]
  if (sentHash !== 'UNSIGNED-PAYLOAD' && sentHash !== hex) return fail(400, 'XAmzContentSHA256Mismatch')
  const checksum = one(headers['x-amz-checksum-sha256'])
  if (checksum !== undefined && checksum !== base64) return fail(400, 'BadDigest')
  return undefined
}

function hasSignature(emulator: S3Emulator, request: IncomingMessage, url: URL, date: string): boolean {
  const [scheme, credential, signedHeaders, signed] = (request.headers.authorization ?? '').split(/,? /)
  const [keyId, day, region] = (credential ?? '').replace('Credential=', '').split('/')
  const signedNames = (signedHeaders ?? '').replace('SignedHeaders=', '')
  if (scheme !== 'AWS4-HMAC-SHA256' || region === undefined) return false
  if (keyId !== emulator.accessKeyId || region !== emulator.region || !date.startsWith(`${day}T`)) return false
  const names = signedNames.split(';')
  // Every x-amz header that is present must be signed, and so must the host.
  const required = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))]
  if (!required.every((name) => names.includes(name))) return false
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const lines = names
    .map((name) => `${name}:${(one(request.headers[name]) ?? '').trim().replace(/ +/g, ' ')}\n`)
    .join('')
  const payload = one(request.headers['x-amz-content-sha256']) ?? ''
  const canonical = [request.method, url.pathname, query, lines, signedNames, payload].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = [day ?? '', region, 's3', 'aws4_request'].reduce<Buffer>(
    hmac,
    Buffer.from(`AWS4${emulator.secretAccessKey}`),
  )
  return signed === `Signature=${hmac(key, text).toString('hex')}`
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

type Call = { method: string; url: URL; body: Buffer; request: IncomingMessage }

function perform(emulator: S3Emulator, { method, url, body, request }: Call): Answer {
  const [, bucket, ...parts] = decodeURIComponent(url.pathname).split('/')
  if (bucket !== emulator.bucket) return fail(404, 'NoSuchBucket')
  const key = parts.join('/')
  const found = emulator.objects.get(key)
  if (method === 'GET' && key === '') return list(emulator, url.searchParams)
  if (method === 'PUT') {
    if (request.headers['content-length'] === undefined) return fail(411, 'MissingContentLength')
    emulator.objects.set(key, { body, contentType: request.headers['content-type'] ?? 'binary/octet-stream' })
    return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } }
  }
  if (method === 'DELETE') {
    emulator.objects.delete(key)
    return { status: 204 }
  }
  if (method !== 'GET') return fail(405, 'MethodNotAllowed')
  if (!found) return fail(404, 'NoSuchKey')
  return { status: 200, body: found.body, headers: { 'content-type': found.contentType } }
}

function list(emulator: S3Emulator, query: URLSearchParams): Answer {
  if (query.get('list-type') !== '2') return fail(501, 'NotImplemented')
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64url').toString()
  const keys = [...emulator.objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort()
  const page = keys.slice(0, emulator.behave.pageSize)
  const more = keys.length > page.length
  const next = more
    ? `<NextContinuationToken>${Buffer.from(page.at(-1) ?? '').toString('base64url')}</NextContinuationToken>`
    : ''
  const rows = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${emulator.objects.get(key)?.body.length}</Size></Contents>`,
  )
  const inner = `<IsTruncated>${more}</IsTruncated><KeyCount>${page.length}</KeyCount>${rows.join('')}${next}`
  return xml(200, `<ListBucketResult>${inner}</ListBucketResult>`)
}

const fail = (status: number, code: string): Answer =>
  xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
const xml = (status: number, text: string): Answer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>${text}`,
  headers: { 'content-type': 'application/xml' },
})
const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value
