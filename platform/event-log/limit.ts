/** Runs at most so many tasks at a time, in the order they came. */
export type Limit = <R>(task: () => Promise<R>) => Promise<R>

export function limitTo(most: number): Limit {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    // A task that ends hands its place to the next one, so a newcomer cannot slip in between.
    if (running < most) running += 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
