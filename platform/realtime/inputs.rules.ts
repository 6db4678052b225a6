/** What clients send, checked. Refuses VALIDATION_FAILED or CURSOR_INVALID, naming the field. */
import { type RefusalDetail, refuse } from '#kernel'
import type { Position } from '#platform/event-log'
import { readCursor } from './cursor.ts'
import { limits } from './limits.ts'
import { readTopic, type Topic } from './topics.rules.ts'

export type WatchInput = { topics: Map<string, Topic>; after: Position | undefined }

export function readWatch(input: unknown): WatchInput {
  const { topics, after, ...rest } = objectOf(input)
  const unknown = Object.keys(rest).map((field) => ({ field, message: 'is not known here' }))
  if (unknown.length > 0) throw refuse('VALIDATION_FAILED', unknown)
  if (after !== undefined && after !== null && typeof after !== 'string') throw refuse('CURSOR_INVALID')
  return { topics: readTopics(topics), after: typeof after === 'string' ? readCursor(after) : undefined }
}

/** Without topics, all are meant. */
export const readUnwatch = (input: unknown): string[] | undefined => {
  const { topics } = objectOf(input ?? {})
  return topics === undefined ? undefined : [...readTopics(topics).keys()]
}

/** The new credential of a socket. */
export function readRenew(input: unknown): string {
  const { token } = objectOf(input)
  if (typeof token === 'string' && token !== '' && token.length <= longestToken) return token
  throw refuse('VALIDATION_FAILED', [{ field: 'token', message: 'Give the new access token.' }])
}

const longestToken = 4_096

function objectOf(input: unknown): Record<string, unknown> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Record<string, unknown>
  throw refuse('VALIDATION_FAILED', 'Send one object.')
}

function readTopics(given: unknown): Map<string, Topic> {
  if (!Array.isArray(given) || given.length === 0 || given.length > limits.topics) {
    throw refuse('VALIDATION_FAILED', [{ field: 'topics', message: `Give 1 to ${limits.topics} topics.` }])
  }
  const topics = new Map<string, Topic>()
  const details: RefusalDetail[] = []
  for (const [index, text] of given.entries()) {
    const topic = typeof text === 'string' ? readTopic(text) : undefined
    if (topic) topics.set(text, topic)
    else details.push({ field: `topics.${index}`, message: 'Write company, shop:<id> or record:<entity>:<id>.' })
  }
  if (details.length > 0) throw refuse('VALIDATION_FAILED', details)
  return topics
}
