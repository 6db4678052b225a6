import type { Equation } from '#kernel'

export const printingEquations: readonly Equation[] = [
  {
    name: 'unprinted-waits',
    says: 'What is queued or being printed waits for the spooler, and nothing else does.',
    sql: `
      select coalesce(j.company_id, w.company_id) as company_id,
        'print job ' || coalesce(j.id, w.print_job_id) as what, j.status
      from printing.print_job j
        full join printing.waiting w on w.company_id = j.company_id and w.print_job_id = j.id
      where (j.status in ('queued', 'printing')) is distinct from (w.print_job_id is not null)`,
  },
]
