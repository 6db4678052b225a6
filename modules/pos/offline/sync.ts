import type { Context } from '#kernel'
import { refuse } from '#kernel'

export async function syncTickets(_context: Context, _input: { registerId: string }): Promise<never> {
  throw refuse('NOT_FOUND')
}
