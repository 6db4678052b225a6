import { type Context, refuse } from '#kernel'

export async function readBook(_context: Context, _input: { shopId: string }): Promise<never> {
  throw refuse('NOT_FOUND')
}
