/** The sale engine's door: what a cart comes to. Till and server call the same function. */
export * from './sale/draft.ts'
export * from './sale/gst-of-sale.ts'
