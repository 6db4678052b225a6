/** The two doors whose bodies are files, which are no operations of the registry; see surfaces/csv/routes.ts. */
export const fileRoutes = `  /** Takes a CSV file as it is, and answers what it would be read as. */
  'POST /imports': {
    params: never
    query: { target: string; fileName?: string }
    body: Blob | string
    answer: ImportUploaded
    isList: false
    refuses: 'NOT_FOUND' | 'CSV_INVALID' | 'COMPANY_REQUIRED'
  }
  /** Answers the records of an entity as CSV; filter and sort are those of its list. */
  'GET /exports/:entity': {
    params: { entity: string }
    query: ListQuery<string> & { fields?: string[]; separator?: ',' | ';' | '\\t' | '|'; mark?: boolean }
    body: never
    answer: Blob
    isList: false
    refuses: 'NOT_FOUND' | 'UNKNOWN_FIELD' | 'COMPANY_REQUIRED'
  }
`
