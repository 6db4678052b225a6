/** The price engine's door. Till and server import the same functions, so that they agree to the byte. */
export * from './price/document.ts'
export * from './price/price-of.ts'
export * from './price/shapes.ts'
