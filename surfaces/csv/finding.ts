/**
 * Something detected about a file: the value, how sure we are (0 to 1, where 1 is proven) and the evidence as a
 * sentence that a person can check. `ambiguous` means that the sample allows another reading as well.
 */
export type Finding<T> = { value: T; confidence: number; evidence: string; ambiguous?: boolean }

/** The caller's word, which needs no evidence. */
export const stated = <T>(value: T): Finding<T> => ({ value, confidence: 1, evidence: 'stated by the caller' })
