/** A word of a choice as a sentence begins: `external_card` is "External card". */
export const sentence = (word: string): string => {
  const text = word.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
