/** Answers to what never became a request: bytes that are no HTTP, headers too long, a body that does not arrive. */
import type { Duplex } from 'node:stream'
import { type Refusal, refuse } from '#kernel'
import { failure } from './envelope.ts'

type Clerk = { newRequestId: () => string; clock: () => number }

/** Node's handler of broken connections: one answer in the shape of every other, then the connection is closed. */
export function answerBrokenRequest({ newRequestId, clock }: Clerk): (error: Error, socket: Duplex) => void {
  return (error, socket) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const refusal = refusalOf(code)
    const id = newRequestId()
    const body = failure(refusal, id, clock)
    const head = [
      `HTTP/1.1 ${refusal.status} ${reasons[refusal.status]}`,
      'Content-Type: application/json; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `X-Request-Id: ${id}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refuse('REQUEST_TIMEOUT')
  if (code === 'HPE_HEADER_OVERFLOW') return refuse('HEADERS_TOO_LARGE')
  return refuse('VALIDATION_FAILED', 'These bytes are no HTTP request.')
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
