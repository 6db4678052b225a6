/** Where the documents of a figure are. */
export type Figure = { table: string; place?: string | undefined; rate?: string | null | undefined }

export const documentsPage = (
  { period, gstin }: { period: string; gstin?: string | null | undefined },
  { table, place, rate }: Figure,
): string => {
  const query = { period, ...(gstin ? { gstin } : {}), table, ...(place ? { place } : {}), ...(rate ? { rate } : {}) }
  return `/finance/gst?${new URLSearchParams(query).toString()}`
}
