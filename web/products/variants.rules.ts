/** Options and their values as they are typed, and what would come of them. */
export type OptionRow = { key: number; name: string; values: string }

export const variantsMost = 200

export const valuesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,،\n]/)
      .map((value) => value.trim())
      .filter(Boolean),
  ),
]

/** What is sent: each option with its values; options in which nothing stands are left out. */
export const optionsOf = (rows: readonly OptionRow[]): Record<string, string[]> =>
  Object.fromEntries(
    rows
      .filter(({ name, values }) => name.trim() && values.trim())
      .map(({ name, values }) => [name.trim(), valuesOf(values)]),
  )

/** How many variants there would be. */
export const combinationsOf = (options: Readonly<Record<string, readonly string[]>>): number => {
  const counts = Object.values(options).map(({ length }) => length)
  return counts.length === 0 ? 0 : counts.reduce((product, count) => product * count, 1)
}

/** The first few of them, as they would be called. */
export function examplesOf(options: Readonly<Record<string, readonly string[]>>, most = 4): string[] {
  const names = Object.keys(options)
  let rows: string[][] = names.length === 0 ? [] : [[]]
  for (const name of names) {
    rows = rows.flatMap((row) => (options[name] ?? []).map((value) => [...row, value])).slice(0, most)
  }
  return rows.map((row) => row.join(' · '))
}
