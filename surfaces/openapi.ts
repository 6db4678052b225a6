/** The OpenAPI surface's door. */
export { type DocumentOptions, openApiDocument, pipelineCodes } from './openapi/document.ts'
export { docsRoutes } from './openapi/routes.ts'
