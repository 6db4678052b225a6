/** Orders that are the same on every machine; the order of a locale is not. */

/** By code units: for ids, codes and keys. */
export const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Not a difference, because two infinities have none. */
export const compareNumber = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
