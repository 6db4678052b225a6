/** The REST surface's door. */
export { companyOf, type Identify, restRoutes } from './rest/routes.ts'
