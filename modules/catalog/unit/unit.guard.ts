import { type Context, refuse } from '#kernel'

/** The unit of every product that names none. */
export const pieceCode = 'piece'

/** Products without a unit are counted in pieces, so that unit is in use even when nothing refers to it. */
export function guardUnitDelete(_context: Context, before: Record<string, unknown>): void {
  if (before.code === pieceCode) {
    throw refuse('IN_USE', [
      { field: 'code', message: 'Products without a unit are counted in pieces; keep this unit.' },
    ])
  }
}
