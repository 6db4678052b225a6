/** A process with nothing but a Fastify route that answers a small object: what HTTP alone costs here. */
import Fastify from 'fastify'

const server = Fastify({ logger: false })
server.get('/products/:id', async (request) => ({ success: true, data: { id: (request.params as { id: string }).id } }))
const address = await server.listen({ host: '127.0.0.1', port: 0 })
process.send?.(Number(new URL(address).port))
process.once('disconnect', () => process.exit(0))
