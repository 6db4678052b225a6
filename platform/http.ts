/** The HTTP server's door. */
export { failure, success } from './http/envelope.ts'
export { type HealthOptions, healthRoutes } from './http/health.ts'
export { parseJsonBody } from './http/json-body.ts'
export { type HttpOptions, makeServer, notePath } from './http/server.ts'
