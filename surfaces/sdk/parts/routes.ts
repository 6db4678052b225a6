/** Stands for the routes that are written from the registry, so that the client is checked and tested here too. */
import type { Route } from './values.ts'

export type Routes = Record<`${string} /${string}`, Route>
