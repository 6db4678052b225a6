/**
 * The log: one line of JSON per record on standard output. A reader that stops reading must not stop us, so lines wait
 * in a bounded buffer and are dropped and counted when it is full.
 */
import pino, { type Bindings, type ChildLoggerOptions, type DestinationStream, type Logger as PinoLogger } from 'pino'
import { redactLine, redactRecord } from './redact.ts'

export type Logger = PinoLogger
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/**
 * `destination` replaces standard output. `onDrop` is told of every line that was dropped. `sync` writes at once (CLI).
 */
export type LogSettings = {
  service: string
  level?: LogLevel
  destination?: DestinationStream
  onDrop?: () => void
  sync?: boolean
}

/** What every line of one request carries. */
export type LogScope = { requestId?: string; companyId?: string; userId?: string; traceId?: string }

type Child = (this: Logger, bindings: Bindings, options?: ChildLoggerOptions) => Logger

/** Four MiB of lines: seconds of a busy process, and nothing to its memory. */
const longestBuffer = 4_194_304

/** Makes the logger of a process. Levels are words, times ISO 8601, secrets gone. */
export function createLogger({ service, level = 'info', destination, onDrop, sync = false }: LogSettings): Logger {
  const logger = pino(
    {
      level,
      base: { service, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redactRecord, bindings: redactRecord },
      serializers: { err: (error: unknown) => error },
      hooks: { streamWrite: redactLine },
    },
    destination ?? standardOutput(sync, onDrop),
  )
  // pino applies its bindings formatter to the first logger only.
  const child: Child = logger.child
  const redactingChild: Child = function (bindings, options) {
    return child.call(this, redactRecord(bindings), options)
  }
  return Object.assign(logger, { child: redactingChild })
}

/** A logger whose lines carry the request, the company and the user. Absent ones are left out. */
export function scopedLogger(logger: Logger, scope: LogScope): Logger {
  return logger.child(scope)
}

function standardOutput(sync: boolean, onDrop: (() => void) | undefined): DestinationStream {
  const stream = pino.destination({ dest: 1, sync, maxLength: longestBuffer })
  if (onDrop) stream.on('drop', onDrop)
  // A reader that goes away (EPIPE) is no reason to die.
  stream.on('error', () => onDrop?.())
  return stream
}
