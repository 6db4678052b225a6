/** The tree of categories: each knows the ids above it, the nearest first, so no cycle can hide. */

/** How many categories may stand above another. */
export const depthMax = 20

/** The parent as far as a move depends on it. */
export type Place = { id: string; path: readonly string[] }
export type Move = {
  /** The category that moves; its subtree moves along. */
  id: string
  /** Where it goes; undefined is the top. */
  parent: Place | undefined
  /** How many levels hang below it. */
  levelsBelow: number
}

/** The path under a parent. */
export const pathUnder = (parent: Place | undefined): string[] => (parent ? [parent.id, ...parent.path] : [])

/** Why a category cannot go there, with the fix; undefined when it can. */
export function moveProblem({ id, parent, levelsBelow }: Move): string | undefined {
  const path = pathUnder(parent)
  if (path.includes(id)) return 'A category cannot stand below itself. Choose a parent outside of it.'
  if (path.length + levelsBelow > depthMax)
    return `The tree would be deeper than ${depthMax} levels. Choose a higher parent.`
  return undefined
}
