/** The door of the schemas that HTTP, OpenAPI and the console share. */
export { fieldSchema, type JsonSchema, objectSchema, recordSchema } from './schema/json-schema.ts'
export { type OperationSchemas, schemasOf } from './schema/operation-schema.ts'
export { makeValidator } from './schema/validator.ts'
