import type { Gateway, GatewayName } from '../gateway/port.ts'
import { testGateway } from './test.ts'

/** Every gateway by its name. */
export const gateways: Readonly<Record<GatewayName, Gateway>> = {
  test: testGateway,
}
