/** The columns of the ageing report; `credits` is what was paid and not matched yet. */
export const ages = ['notDue', 'to30', 'to60', 'to90', 'over90', 'credits'] as const
export type Age = (typeof ages)[number]
export type Side = 'receivable' | 'payable'

export const isAge = (text: string | null): text is Age => ages.some((age) => age === text)
