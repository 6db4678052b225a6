import { type Context, refuse } from '#kernel'
import { moveProblem, type Place, pathUnder } from './category.rules.ts'

/** Keeps the path of a category and of all below it; refuses cycles and trees that are too deep. */
export async function guardCategory(
  context: Context,
  next: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
): Promise<void> {
  const parentId = (next.parentId ?? null) as string | null
  if (parentId === ((before?.parentId ?? null) as string | null)) return
  const id = String(before?.id ?? next.id ?? '')
  const [parent, levelsBelow] = await Promise.all([placeOf(context, parentId), before ? levelsUnder(context, id) : 0])
  const problem = moveProblem({ id, parent, levelsBelow })
  if (problem) throw refuse('VALIDATION_FAILED', [{ field: 'parentId', message: problem }])
  next.path = pathUnder(parent)
  if (levelsBelow > 0) await moveSubtree(context, id, pathUnder(parent))
}

/** The lock makes two moves that would close a circle together meet: one of them is tried again and sees the other. */
async function placeOf({ sql, companyId }: Context, id: string | null): Promise<Place | undefined> {
  if (id === null) return undefined
  const [place] = await sql<Place[]>`
    select id, path from catalog.category where company_id = ${companyId} and id = ${id} for share`
  if (place) return place
  throw refuse('REFERENCE_NOT_FOUND', [{ field: 'parentId', message: 'does not exist' }])
}

async function levelsUnder({ sql, companyId }: Context, id: string): Promise<number> {
  const [row] = await sql<{ levels: number | null }[]>`
    select max(array_position(path, ${id})) as levels from catalog.category
    where company_id = ${companyId} and path @> array[${id}]`
  return row?.levels ?? 0
}

/** Paths below are derived, so they change without an event of their own; the parent's event says what moved. */
async function moveSubtree({ sql, companyId }: Context, id: string, path: readonly string[]): Promise<void> {
  await sql`
    update catalog.category set path = path[1:array_position(path, ${id})] || ${[...path]}::text[]
    where company_id = ${companyId} and path @> array[${id}]`
}
