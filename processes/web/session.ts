/** A browser's session: its token is in a cookie that no script can read, and leaves this process only for the API. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#kernel'

/** `__Host-`: of this host alone, over TLS (or on localhost), for all paths. */
const cookieName = '__Host-entrepot'
/** Seconds; the session itself ends no later. */
const lifeSeconds = 90 * 86_400

/** The token in the cookie, if there is one. */
export function tokenOf({ cookie }: { cookie?: string | undefined }): string | undefined {
  const found = (cookie ?? '').split(/; */).find((pair) => pair.startsWith(`${cookieName}=`))
  const token = found?.slice(cookieName.length + 1)
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined
}

const setCookie = (reply: FastifyReply, token: string, seconds: number): FastifyReply =>
  reply.header('set-cookie', `${cookieName}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`)

export type DemoPerson = { email: string; says: string; password: string }

/** Sign-in, second step, another company, sign-out. Each is a call of the API whose answer loses its token here. */
export const sessionRoutes = (apiUrl: string, demo: readonly DemoPerson[]) => async (server: FastifyInstance) => {
  const doors = {
    '/session': '/auth/login',
    '/session/second-step': '/auth/login/mfa',
    '/session/company': '/auth/switch-company',
  }
  for (const [url, path] of Object.entries(doors)) {
    server.post(url, async (request, reply) => {
      const body = { ...(request.body as object | null), keep: 'page' }
      const answer = await askApi(request, `${apiUrl}/api${path}`, body)
      const token = takeToken(answer.body)
      if (token) setCookie(reply, token, lifeSeconds)
      return pass(reply, answer)
    })
  }
  server.get('/session', async (request, reply) => {
    const answer = tokenOf(request.headers) && (await askApi(request, `${apiUrl}/api/auth/verify`))
    const data = { isSignedIn: answer ? answer.status === 200 : false }
    return reply.header('cache-control', 'no-store').send({ success: true, data })
  })
  // One click each on the sign-in page; nobody outside of the demo.
  server.get('/session/demo', async (_request, reply) => reply.send({ success: true, data: demo }))
  server.delete('/session', async (request, reply) => {
    const answer = tokenOf(request.headers) && (await askApi(request, `${apiUrl}/api/auth/logout`, {}))
    setCookie(reply, '', 0)
    return answer ? pass(reply, answer) : reply.send({ success: true, data: { ended: 0 } })
  })
}

type Answer = { status: number; retryAfter: string | null; body: { data?: Record<string, unknown> | null } & object }

async function askApi(request: FastifyRequest, url: string, body?: object): Promise<Answer> {
  const token = tokenOf(request.headers)
  const { 'user-agent': agent = '', 'x-request-id': requestId } = request.headers
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        'user-agent': agent,
        'x-forwarded-for': request.ip,
        ...(typeof requestId === 'string' ? { 'x-request-id': requestId } : {}),
        ...(token ? { authorization: `Session ${token}` } : {}),
      },
      body: body ? JSON.stringify(body) : null,
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    })
    const retryAfter = response.headers.get('retry-after')
    return { status: response.status, retryAfter, body: (await response.json()) as Answer['body'] }
  } catch {
    throw refuse('OVERLOADED', 'The server does not answer. Try again in a moment.', 2)
  }
}

function takeToken({ data }: Answer['body']): string | undefined {
  const token = data?.pageToken
  if (data) delete data.pageToken
  return typeof token === 'string' ? token : undefined
}

function pass(reply: FastifyReply, { status, retryAfter, body }: Answer): FastifyReply {
  if (retryAfter) reply.header('retry-after', retryAfter)
  return reply.code(status).header('cache-control', 'no-store').send(body)
}
