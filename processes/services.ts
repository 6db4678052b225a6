/** The services that a process provides to modules, and who may sign in. */
import { join } from 'node:path'
import { authServices, type Directory, type Identify, makeIdentify, openAuth } from '#modules/auth'
import { activeCompany, namesOfCompanies } from '#modules/companies'
import { createPrintBell, createPrinterLine, printBell, printerLine } from '#modules/printing'
import { figuresOf } from '#modules/realtime'
import { shopsAmong } from '#modules/shops'
import { type Config, fileSettings, readSecretKeys } from '#platform/config'
import type { App } from '#platform/execution'
import { fileService, openFileStore } from '#platform/files'
import { createSecretBox, secretBoxService } from '#platform/identity'
import { type Mailer, mailerService, openMailer } from '#platform/mail'
import { createOutbound, outboundService } from '#platform/outbound'
import { Feed, feedService } from '#platform/realtime'
import { registryService } from '#surfaces/doors'

/** Provides everything to the app; the database must be migrated, since auth keeps its signing keys there. */
export async function provideServices(app: App, services: Map<string, unknown>, config: Config): Promise<Identify> {
  const secrets = createSecretBox(await readSecretKeys(config))
  const mailer: Mailer = openMailer({
    from: config.mailFrom,
    outbox: join(config.dataDir, 'outbox'),
    smtpUrl: config.smtpUrl,
    clock: app.clock,
  })
  services.set(registryService.name, app.registry)
  services.set(secretBoxService.name, secrets)
  services.set(mailerService.name, mailer)
  services.set(fileService.name, openFileStore(fileSettings(config)))
  services.set(outboundService.name, createOutbound({ allowPrivate: [...config.outboundAllowPrivate] }))
  services.set(feedService.name, new Feed({ app, figuresOf }))
  services.set(printerLine.name, createPrinterLine({ allowPrivate: config.printersPrivate }))
  services.set(printBell.name, createPrintBell())
  const auth = await openAuth({
    app,
    mailer,
    secrets,
    directory,
    publicUrl: config.publicUrl,
    refreshTokenDays: config.refreshTokenDays,
    accessTokenMinutes: config.accessTokenMinutes,
    passwords: { concurrency: config.passwordHashConcurrency },
  })
  services.set(authServices.name, auth)
  return makeIdentify(app)
}

/** What auth asks of modules that stand below it. */
export const directory: Directory = { company: activeCompany, companies: namesOfCompanies, shops: shopsAmong }
