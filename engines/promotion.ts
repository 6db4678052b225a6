/** The promotion engine's door. Till and server import the same functions, so that they agree to the byte. */
export * from './promotion/promote.ts'
export * from './promotion/reasons.ts'
export * from './promotion/shapes.ts'
