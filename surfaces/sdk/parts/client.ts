/** The client: one function that calls any route, typed by it. Runs in browsers and in Node; imports types only. */
import type { Routes } from './routes.ts'
import type { ListAnswer, RefusalDetail } from './values.ts'

export type RouteName = keyof Routes & string
export type AnswerOf<R extends RouteName> = Routes[R]['isList'] extends true
  ? ListAnswer<Routes[R]['answer']>
  : Routes[R]['answer']
export type BodyOf<R extends RouteName> = Routes[R]['body']
export type QueryOf<R extends RouteName> = Routes[R]['query']

type Nothing = Record<never, never>
type Part<Name extends string, Value> = [Value] extends [never]
  ? { [N in Name]?: undefined }
  : Nothing extends Value
    ? { [N in Name]?: Value }
    : { [N in Name]: Value }

export type CallOptions = {
  /** The Idempotency-Key. Give the same one again to repeat a call whose answer did not come. */
  key?: string
  /** The version that was read; a stale one is refused with VERSION_CONFLICT. */
  version?: number
  signal?: AbortSignal
  headers?: Readonly<Record<string, string>>
}
export type Call<R extends RouteName> = Part<'params', Routes[R]['params']> &
  Part<'query', Routes[R]['query']> &
  Part<'body', Routes[R]['body']> &
  CallOptions
/** A call of a route that is only known while running, such as one from the console's description. */
export type LooseCall = CallOptions & {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
}

export type Client = {
  /** Answers the data; lists `{ data, pagination }`; files a Blob. Throws an ApiRefusal when the answer is no. */
  call: <R extends RouteName>(
    route: R,
    ...options: Nothing extends Call<R> ? [options?: Call<R>] : [options: Call<R>]
  ) => Promise<AnswerOf<R>>
  /** The same for a route whose name is put together while running: `GET /erp/products/:id`. */
  send: (route: string, options?: LooseCall) => Promise<unknown>
}

/** The API's no. `code` is of the catalogue, UNREADABLE_ANSWER when something in between has answered. */
export class ApiRefusal extends Error {
  readonly code: string
  readonly status: number
  readonly details: readonly RefusalDetail[]
  readonly requestId: string | undefined
  /** Seconds after which the same call may succeed. */
  readonly retryAfter: number | undefined

  constructor(refusal: Pick<ApiRefusal, 'code' | 'status' | 'message' | 'details' | 'requestId' | 'retryAfter'>) {
    super(refusal.message)
    this.name = 'ApiRefusal'
    this.code = refusal.code
    this.status = refusal.status
    this.details = refusal.details
    this.requestId = refusal.requestId
    this.retryAfter = refusal.retryAfter
  }
}

type Headers = Readonly<Record<string, string>>
export type ClientOptions = {
  /** What stands before each path: `/api`, or `https://shop.example/api`. */
  base: string
  fetch?: typeof fetch
  /** Sent with every call. */
  headers?: Headers | (() => Headers)
}

export function makeClient(options: ClientOptions): Client {
  const send = (route: string, call: LooseCall = {}): Promise<unknown> => request(options, route, call)
  return { send, call: send as unknown as Client['call'] }
}

async function request(options: ClientOptions, route: string, call: LooseCall): Promise<unknown> {
  const [method = 'GET', path = '/'] = route.split(' ')
  const fetcher = options.fetch ?? fetch
  const response = await fetcher(`${options.base}${filled(path, call.params)}${queryText(call.query)}`, {
    method,
    headers: headersOf(options, method, call),
    body: bodyOf(call.body),
    signal: call.signal ?? null,
  })
  if (!response.ok) throw await refusalOf(response)
  if (!isJson(response)) return response.blob()
  const { data, pagination } = (await response.json()) as { data: unknown; pagination?: object }
  return Array.isArray(data) ? { data, pagination: pagination ?? onePage(data) } : data
}

const onePage = ({ length }: readonly unknown[]) => ({
  page: 1,
  limit: length,
  total: length,
  totalPages: 1,
  nextCursor: null,
})

const isJson = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('application/json')

function filled(path: string, params: LooseCall['params'] = {}): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(value)
  })
}

/** `filter` becomes `filter[field][operator]=value`; several values are joined by commas; undefined is left out. */
export function queryText(query: LooseCall['query'] = {}): string {
  const parts = new URLSearchParams()
  const add = (name: string, value: unknown) => {
    if (value !== undefined && value !== null)
      parts.append(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  for (const [name, value] of Object.entries(query)) {
    if (!isTable(value)) add(name, value)
    else
      for (const [field, wanted] of Object.entries(value)) {
        if (!isTable(wanted)) add(`${name}[${field}]`, wanted)
        else for (const [operator, each] of Object.entries(wanted)) add(`${name}[${field}][${operator}]`, each)
      }
  }
  const text = parts.toString()
  return text && `?${text}`
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function headersOf({ headers: always = {} }: ClientOptions, method: string, call: LooseCall): Record<string, string> {
  const { body, key, version } = call
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': isFile(body) ? fileType(body) : 'application/json' }),
    ...(method === 'GET' ? {} : { 'idempotency-key': key ?? newKey() }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(typeof always === 'function' ? always() : always),
    ...call.headers,
  }
}

const isFile = (body: unknown): body is Blob | string => typeof body === 'string' || body instanceof Blob
const fileType = (body: Blob | string): string => (typeof body === 'string' ? '' : body.type) || 'text/csv'
const bodyOf = (body: unknown): Blob | string | null =>
  body === undefined ? null : isFile(body) ? body : JSON.stringify(body)

/** crypto.randomUUID is missing where a page is served without TLS; this is not. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const said = (isJson(response) ? await response.json().catch(() => ({})) : {}) as Record<string, unknown>
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiRefusal({
    code: typeof said.code === 'string' ? said.code : 'UNREADABLE_ANSWER',
    status: response.status,
    message: typeof said.error === 'string' ? said.error : `The server answered ${response.status}.`,
    details: Array.isArray(said.details) ? (said.details as RefusalDetail[]) : [],
    requestId: typeof said.requestId === 'string' ? said.requestId : undefined,
    retryAfter: Number.isFinite(seconds) ? seconds : undefined,
  })
}
