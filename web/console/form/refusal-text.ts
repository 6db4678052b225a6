import { ApiRefusal } from '#web/data/client.ts'

/** What a refusal says, with the lines of it that belong to no field. */
export function refusalText(error: unknown, unreachable: string): string {
  if (!(error instanceof ApiRefusal)) return unreachable
  const more = error.details.flatMap(({ field, message }) => (field ? [] : [message]))
  return [error.message, ...more].join(' ')
}
