/** The tree of categories, from a flat list. Pure. */
type Category = { id: string; name: string; parentId: string | null }

/** A category and everything below it. */
export function idsBelow(all: readonly Category[], id: string): Set<string> {
  const ids = new Set([id])
  let before = 0
  while (ids.size > before) {
    before = ids.size
    for (const category of all) if (category.parentId && ids.has(category.parentId)) ids.add(category.id)
  }
  return ids
}

/** What is offered where one is: the way up to here, and what is directly below; next to it where nothing is. */
export function offeredAt(all: readonly Category[], id: string | null): { trail: Category[]; next: Category[] } {
  const trail: Category[] = []
  for (let at = all.find((each) => each.id === id); at && trail.length < 20; at = parentOf(all, at)) trail.unshift(at)
  const below = all.filter(({ parentId }) => parentId === id)
  return { trail, next: below }
}

const parentOf = (all: readonly Category[], { parentId }: Category) => all.find(({ id }) => id === parentId)
