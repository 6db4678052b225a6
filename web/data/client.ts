/** The one way to the API: same origin, the session in a cookie that this code never sees. */
import { ApiRefusal, type Client, makeClient } from '#sdk/client'
import { inWords } from './refusal-words.ts'

export { ApiRefusal }

const companyKey = 'entrepot.company'
const signedOut = new Set(['UNAUTHENTICATED', 'SESSION_REVOKED', 'TOKEN_INVALID', 'TOKEN_EXPIRED'])

/** The company that a super admin looks at; everybody else is in theirs. */
export const chosenCompany = {
  read: (): string | null => (typeof localStorage === 'undefined' ? null : localStorage.getItem(companyKey)),
  write: (id: string | null): void =>
    id === null ? localStorage.removeItem(companyKey) : localStorage.setItem(companyKey, id),
}

const plain = makeClient({
  base: '/api',
  fetch: async (input, init) => {
    const response = await fetch(input, init)
    if (response.status === 401) await leaveIfSignedOut(response.clone())
    return response
  },
  headers: (): Record<string, string> => {
    const company = chosenCompany.read()
    return company ? { 'x-company-id': company } : {}
  },
})

const send: Client['send'] = (route, call) =>
  plain.send(route, call).catch((error: unknown) => {
    throw inWords(error)
  })
/** Refuses in the language of the page. */
export const client: Client = { send, call: send as unknown as Client['call'] }

async function leaveIfSignedOut(response: Response): Promise<void> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string }
  if (signedOut.has(code ?? '')) leave()
}

let isMoving = false

/** While a session takes the place of another one, the end of the old one is no reason to leave. */
export function move(moves: boolean): void {
  isMoving = moves
}

/** To the sign-in page, and back here afterwards. The till is left alone: it sells without a session too. */
export function leave(): void {
  const { pathname, search } = location
  if (isMoving) return
  if (pathname.startsWith('/sign-in') || pathname.startsWith('/till')) return
  location.assign(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
}

/** Calls of the pages' own server about the browser's session; `path` such as `/session`. */
export async function callSession<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  const answer = (await response.json().catch(() => ({}))) as {
    data?: T
    error?: string
    code?: string
    details?: ApiRefusal['details']
    requestId?: string
  }
  if (response.ok) return answer.data as T
  throw inWords(
    new ApiRefusal({
      code: answer.code ?? 'UNREADABLE_ANSWER',
      status: response.status,
      message: answer.error ?? `The server answered ${response.status}.`,
      details: answer.details ?? [],
      requestId: answer.requestId,
      retryAfter: Number(response.headers.get('retry-after')) || undefined,
    }),
  )
}
