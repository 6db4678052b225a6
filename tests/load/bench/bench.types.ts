/** What the parts of the bench share. */
import type { Caller, Company, Ground } from './ground.ts'
import type { Server } from './processes.ts'

export type Bench = {
  ground: Ground
  server: Server
  company: Company
  owner: Caller
  /** Goods with plenty in stock. */
  productIds: string[]
  isQuick: boolean
  /** How long each measured stretch lasts; the sides that are compared take turns. */
  seconds: number
  rounds: number
}
