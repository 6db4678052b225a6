/** The OpenAPI surface's door. */
export { type DocumentOptions, openApiDocument, pipelineCodes } from './openapi/document.ts'
export type { RecordIds } from './openapi/record-ids.ts'
export { docsRoutes } from './openapi/routes.ts'
