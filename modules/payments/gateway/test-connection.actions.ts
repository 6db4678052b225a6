import { boolean, code, defineAction, text } from '#kernel'
import { outboundService } from '#platform/outbound'
import { gateways } from '../adapters/gateways.ts'
import { gatewayConnection } from './gateway-connection.entity.ts'
import { connectionOf } from './open-connection.ts'

/** Says whether, not what: the gateway's answer stays inside, so that the call is no window into other networks. */
export const testConnection = defineAction('test', {
  label: 'Test the connection',
  says: 'Asks the gateway for something small with the keys of the connection, and says whether that worked.',
  entity: () => gatewayConnection,
  path: '/payments/connections/:id/test',
  input: {
    id: code({ label: 'Connection', required: true, max: 36, pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  },
  output: {
    reached: boolean({ label: 'Works', required: true }),
    says: text({ label: 'What happened', required: true, max: 100 }),
  },
  rateLimit: 10,
  refuses: ['NOT_FOUND'],
  example: {},
  prepare: async (preparation, { id }) => {
    const connection = await preparation.commit((context) => connectionOf(context, id))
    const { commit, now, newId } = preparation
    const line = { commit, now, newId, connection, outbound: preparation.use(outboundService) }
    return gateways[connection.gateway].check(line)
  },
  run: async (_context, _input, outcome) => ({
    reached: outcome.is === 'done',
    says: {
      done: 'The gateway took the keys.',
      refused: 'The gateway was reached and did not take the keys.',
      unknown: 'The gateway could not be reached, or answered with something else.',
    }[outcome.is],
  }),
})
