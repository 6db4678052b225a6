/** `/health` and `/metrics`: what a balancer and a collector ask. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#kernel'
import { success } from './envelope.ts'

export type HealthOptions = {
  clock: () => number
  /** Resolves when the database answers; rejects when it does not. */
  databaseAnswers: () => Promise<unknown>
  /** False while stopping: the balancer looks elsewhere. */
  isReady: () => boolean
  metrics: () => Promise<{ text: string; contentType: string }>
  /** What a collector must send; without one only this machine may read. */
  metricsToken: string | undefined
}

const answerWithinMs = 1_000

/** Puts both on the server. The public answer of health says ok or not, nothing else. */
export function healthRoutes(options: HealthOptions): (server: FastifyInstance) => void {
  return (server) => {
    server.get('/health', { config: { rateLimit: false } }, async (request, reply) => {
      if (!options.isReady() || !(await answers(options.databaseAnswers))) throw refuse('DATABASE_UNAVAILABLE', [], 1)
      return reply.type('application/json; charset=utf-8').send(success({ status: 'ok' }, request.id, options.clock))
    })
    server.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
      if (!mayRead(request, options.metricsToken)) throw refuse('NOT_FOUND')
      const { text, contentType } = await options.metrics()
      return reply.type(contentType).send(text)
    })
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs)
  })
  const answered = ask().then(
    () => true,
    () => false,
  )
  const result = await Promise.race([answered, late])
  clearTimeout(timer)
  return result
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  // What a proxy on this machine passes on comes from somewhere else.
  if (!token) return isLoopback(request.ip) && request.headers['x-forwarded-for'] === undefined
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))
}

const isLoopback = (address: string): boolean => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
