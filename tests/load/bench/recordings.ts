/** What the server sends for a request, taken from a second server that reaches the database through the recorder. */
import { type Caller, type Company, type Ground, signIn } from './ground.ts'
import { HttpClient, requestText } from './http-client.ts'
import { saleBody } from './load.ts'
import { startServer } from './processes.ts'
import { type Recorded, startRecorder, transactionsOf } from './recorder.ts'
import { type Template, templateOf } from './template.ts'

export type Recordings = {
  /** A sale of three lines, and of one line. */
  sale: Template
  hot: Template
  productRead: Recorded[]
  page: Recorded[]
}

export async function record(ground: Ground, company: Company, productIds: string[], pagePath: string) {
  const recorder = await startRecorder(ground.database.url)
  const server = await startServer({ DATA_DIR: ground.folder, DATABASE_URL: recorder.url })
  const owner = await signIn(server.port, company.email)
  const reads = (path: string) => async () => {
    await owner.call('GET', path)
    return recorder.noted('entrepot read').flat()
  }
  const sales = (goods: string[]) => async () => {
    await sell(server.port, owner, company, goods)
    const transactions = recorder.noted('entrepot write').flatMap(transactionsOf)
    return transactions.find((each) => each.some(({ text }) => text.includes('into sales.sale '))) ?? []
  }
  const second = async (run: () => Promise<Recorded[]>) => {
    for (let warm = 0; warm < 4; warm += 1) await run()
    recorder.clear()
    return run()
  }
  const templated = async (goods: string[]) => {
    const [one, other] = [await second(sales(goods)), await second(sales(goods))]
    return templateOf(one, other, swapsOf(company, goods))
  }
  const recordings: Recordings = {
    sale: await templated(productIds.slice(0, 3)),
    hot: await templated(productIds.slice(0, 1)),
    productRead: await second(reads(`/erp/products/${productIds[0]}`)),
    page: await second(reads(pagePath)),
  }
  await server.stop()
  await recorder.close()
  return recordings
}

/** Words of the recorded sale that another sale has otherwise. */
function swapsOf({ registers }: Company, goods: readonly string[]): Map<string, string> {
  const [register] = registers
  return new Map([
    [register?.id ?? '', 'registerId'],
    [`${register?.code}/`, 'registerCode'],
    ...goods.map((id, index) => [id, `product${index}`] as const),
  ])
}

async function sell(port: number, owner: Caller, { shopId, registers }: Company, goods: readonly string[]) {
  const client = new HttpClient('127.0.0.1', port)
  const headers = `authorization: Bearer ${owner.token}\r\nidempotency-key: ${crypto.randomUUID()}\r\n`
  const body = saleBody({ shopId, registerId: registers[0]?.id }, goods)
  const reply = await client.send(requestText('POST', '/api/erp/sales', headers, body))
  client.close()
  if (reply.status !== 201) throw new Error(`the sale to record was refused: ${reply.body}`)
}

/** `12/3`: statements and round trips of a request. */
export const countText = (statements: readonly { trip: number }[]): string =>
  `${statements.length}/${tripsOf(statements)}`

export const tripsOf = (statements: readonly { trip: number }[]): number => {
  const trips = statements.map(({ trip }) => trip)
  return Math.max(...trips) - Math.min(...trips) + 1
}
