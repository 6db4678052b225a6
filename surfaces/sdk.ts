/** The SDK surface's door: what a client in TypeScript is typed by. */
export { renderSdk } from './sdk/sdk.ts'
