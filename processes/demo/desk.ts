/** The demo's hands: calls operations of the registry as any client would, each under a key so that it happens once. */
import { type Actor, installation, type Operation, pathParameters } from '#kernel'
import { type App, execute, systemActor } from '#platform/execution'
import { makeValidator, schemasOf } from '#surfaces/schema'

export type Desk = {
  app: App
  /** The actor inside a company. */
  actorOf: (companyId: string) => Actor
  /** Waits until the listeners have given a new company its standards: units, taxes, reasons, accounts. */
  settle: () => Promise<void>
  /** Runs an operation by its address; `key` makes a repeated start harmless. */
  run: <D = { id: string }>(
    companyId: string,
    address: string,
    input: Record<string, unknown>,
    key: string,
  ) => Promise<D>
}

/** `root` acts for the installation; inside a company the demo is a system actor like any other. */
export function openDesk(app: App, root: Actor, settle: () => Promise<void>): Desk {
  const compile = makeValidator()
  const actorOf = (companyId: string): Actor =>
    companyId === installation ? root : systemActor(app, root.id, companyId)
  const run: Desk['run'] = async <D>(
    companyId: string,
    address: string,
    input: Record<string, unknown>,
    key: string,
  ) => {
    const operation = app.registry.operations.get(address)
    if (!operation) throw new Error(`the demo needs ${address}, which no module has`)
    const { body } = schemasOf(operation)
    const faults = body ? compile(body)(withoutPath(operation, input)) : []
    if (faults.length > 0) throw new Error(`the demo's ${key} does not fit ${address}: ${JSON.stringify(faults[0])}`)
    const { data } = await execute(app, operation, {
      actor: actorOf(companyId),
      companyId,
      input,
      requestId: app.newId(),
      idempotencyKey: `demo/${key}`,
    })
    return data as D
  }
  return { app, actorOf, run, settle }
}

/** What of an input travels in the body. */
function withoutPath({ paths }: Operation, input: Record<string, unknown>): Record<string, unknown> {
  const inPath = new Set(paths.flatMap(pathParameters))
  return Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)))
}
