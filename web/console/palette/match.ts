/** Finding by words: every word must occur, and what begins with them comes first. */

const plain = (text: string): string => text.toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** How well a text matches, higher is better; 0 where a word is missing. */
export function scoreOf(text: string, typed: string): number {
  const said = plain(text)
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (!words.every((word) => said.includes(word))) return 0
  if (said.startsWith(words.join(' '))) return 3
  const begins = words.filter((word) => said.startsWith(word) || said.includes(` ${word}`)).length
  return 1 + begins / Math.max(1, words.length)
}

/** The best matches, the best first, at most so many. */
export function bestOf<T extends { label: string }>(all: readonly T[], typed: string, most: number): T[] {
  return all
    .map((each) => ({ each, score: scoreOf(each.label, typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ each }) => each)
}
