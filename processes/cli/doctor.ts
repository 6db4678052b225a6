import { Command } from 'commander'
import { equationsOf, examine } from '#platform/doctor'
import { withInstallation } from './installation.ts'

/** `entrepot doctor`: every equation over live data; exit code 1 when one does not hold. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('Proves over live data that stock, money, books, numbers and events agree.')
    .option('--json', 'print one line of JSON per equation')
    .action(async ({ json }: { json?: boolean }) => {
      const broken = await withInstallation(async ({ app }) => {
        let count = 0
        for await (const finding of examine(app.db.relay, app.registry, () => performance.now())) {
          if (finding.breaches.length > 0) count += 1
          process.stdout.write(json ? `${JSON.stringify(finding)}\n` : lineOf(finding))
        }
        if (!json) process.stdout.write(verdict(equationsOf(app.registry).length, count))
        return count
      })
      if (broken > 0) process.exitCode = 1
    })

type Finding = { equation: string; says: string; breaches: readonly Record<string, unknown>[]; milliseconds: number }

function lineOf({ equation, says, breaches, milliseconds }: Finding): string {
  if (breaches.length === 0) return `  holds   ${equation} (${milliseconds} ms)\n`
  return `  BROKEN  ${equation}: ${says}\n          first breach: ${JSON.stringify(breaches[0])}\n`
}

const verdict = (all: number, broken: number): string =>
  broken === 0 ? `\nAll ${all} equations hold.\n` : `\n${broken} of ${all} equations do not hold.\n`
