/** Every setting of Entrepot, declared once. `readConfig` reads them and the page of settings is written from them. */
import type { Kind } from './kinds.ts'
import { address, choice, fileStore, keyRing, line, listOf, onOff, origin, proxies, wholeNumber } from './kinds.ts'

/** How an installation is meant: to try and build, for real, or for the tests. */
export type Mode = 'development' | 'production' | 'test'

/** A setting. Without a default it may be absent; `says` is for the person who runs the installation. */
export type Setting<T, D = T | undefined> = {
  name: string
  /** Other names that are read where `name` is absent. */
  also?: readonly string[]
  group: string
  kind: Kind<T>
  says: string
  default: D
  /** Where the default differs by mode. */
  defaultIn?: Partial<Record<Mode, T>>
  /** Never printed: neither in an error nor in a log. */
  isSecret?: boolean
}

type Particulars<T> = Pick<Setting<T>, 'also' | 'defaultIn' | 'isSecret'>

/** Declares the settings of one group; `may` declares one that may be absent. */
const inGroup = (group: string) => ({
  has: <T>(name: string, kind: Kind<T>, fallback: T, says: string, more: Particulars<T> = {}): Setting<T, T> => ({
    name,
    group,
    kind,
    says,
    default: fallback,
    ...more,
  }),
  may: <T>(name: string, kind: Kind<T>, says: string, more: Particulars<T> = {}): Setting<T, T | undefined> => ({
    name,
    group,
    kind,
    says,
    default: undefined,
    ...more,
  }),
})

const general = inGroup('General')
const database = inGroup('Database')
const web = inGroup('HTTP')
const identity = inGroup('Sign-in and secrets')
const mail = inGroup('Mail')
const files = inGroup('Files')
const operation = inGroup('Operation')

const port = wholeNumber(0, 65_535)
const days = wholeNumber(1, 3_650, 'days')
const longToken = line('at least 24 characters without spaces (openssl rand -hex 24)', /^[\x21-\x7e]{24,}$/)
const hostPort = line('host:port', /^[A-Za-z0-9.-]+:\d{1,5}$/)
const mailbox = line(
  'a mail address, such as shop@example.com or Shop <shop@example.com>',
  /^[^\p{Cc}]*[^\s@]+@[^\s@]+$/u,
)

export const settings = {
  mode: general.has<Mode>(
    'NODE_ENV',
    choice('development', 'production', 'test'),
    'development',
    'How the installation is meant. In production, weak and demo settings are refused.',
    { also: ['MODE'] },
  ),
  dataDir: general.has(
    'DATA_DIR',
    line('the path of a folder'),
    '.data',
    'The folder for the embedded database, local files, the outbox and generated keys.',
  ),
  demo: general.has(
    'DEMO',
    onOff,
    true,
    'Loads two demo companies with sign-ins whose password everybody knows, into an empty database.',
    { defaultIn: { production: false, test: false } },
  ),
  databaseUrl: database.may(
    'DATABASE_URL',
    address('postgres', 'postgresql'),
    'The PostgreSQL server (15 or newer), with the user that owns the database. Absent: the embedded server.',
    { isSecret: true },
  ),
  databasePool: database.has(
    'DATABASE_POOL',
    wholeNumber(2, 200, 'connections'),
    12,
    'How many connections one process holds at most. All processes together must stay below max_connections.',
  ),
  eventRetentionDays: database.has(
    'EVENT_RETENTION_DAYS',
    days,
    400,
    'How long events are kept. Read models can be rebuilt, and webhooks replayed, as far back as this.',
  ),
  host: web.has('HOST', line('a host name or address'), '127.0.0.1', 'Where to listen. 0.0.0.0 is every network.'),
  port: web.has('PORT', port, 4000, 'The port of the API and its documentation. 0 takes a free one.'),
  webPort: web.has('WEB_PORT', port, 3000, 'The port of the web pages. 0 takes a free one.'),
  webPages: web.has('WEB', onOff, true, 'Whether npm start serves the web pages beside the API.'),
  publicUrl: web.may(
    'PUBLIC_URL',
    origin,
    'The address that people use; links in mails begin with it. Absent: http://localhost with WEB_PORT.',
  ),
  corsOrigins: web.may(
    'CORS_ORIGINS',
    listOf(origin),
    'The web pages elsewhere whose scripts may call the API. Absent: PUBLIC_URL alone.',
  ),
  trustProxy: web.has(
    'TRUST_PROXY',
    proxies,
    '127.0.0.1,::1',
    'Whose X-Forwarded-For is believed: of programs on this machine unless told. With on, anybody can pretend.',
  ),
  rateLimitPerMinute: web.has(
    'RATE_LIMIT_PER_MINUTE',
    wholeNumber(0, 10_000_000, 'requests'),
    6_000,
    'How many requests one address may send a minute. 0 leaves that to a proxy in front.',
    { defaultIn: { development: 0, test: 0 } },
  ),
  bodyLimitBytes: web.has(
    'BODY_LIMIT_BYTES',
    wholeNumber(1_024, 104_857_600, 'bytes'),
    1_048_576,
    'The longest JSON body. Files and imports are uploads with a limit of their own.',
  ),
  outboundAllowPrivate: web.has(
    'OUTBOUND_ALLOW_PRIVATE',
    listOf(hostPort),
    [],
    'Systems of yours on a private network that companies may call as webhook or connector.',
  ),
  printersPrivate: web.has(
    'PRINTERS_PRIVATE',
    onOff,
    true,
    'Whether receipts are sent to printers of the private network that this machine is in. Where many companies ' +
      'share an installation, each could print on the printers of others: leave it off there, and tills print ' +
      'themselves.',
    { defaultIn: { production: false } },
  ),
  accessTokenMinutes: identity.has(
    'ACCESS_TOKEN_MINUTES',
    wholeNumber(1, 60, 'minutes'),
    10,
    'How long an access token is valid.',
  ),
  refreshTokenDays: identity.has('REFRESH_TOKEN_DAYS', days, 30, 'After how long without use one signs in anew.'),
  passwordHashConcurrency: identity.has(
    'PASSWORD_HASH_CONCURRENCY',
    wholeNumber(1, 16),
    2,
    'How many passwords are checked at the same time. Each takes about 25 ms of a core and 19 MiB.',
  ),
  secretKeys: identity.may(
    'SECRET_KEYS',
    keyRing,
    'The keys that encrypt the secrets of companies (AES-256-GCM). The first encrypts, all decrypt. ' +
      'Absent outside of production: one is made in DATA_DIR/keys. Losing them loses the secrets: back them up.',
    { isSecret: true },
  ),
  smtpUrl: mail.may(
    'SMTP_URL',
    address('smtp', 'smtps'),
    'The mail server, such as smtps://user:password@mail.example.com. Absent: mails are kept in DATA_DIR/outbox.',
    { isSecret: true },
  ),
  mailFrom: mail.has('MAIL_FROM', mailbox, 'Entrepot <no-reply@localhost>', 'The sender of mails.'),
  files: files.has<'local' | { readonly bucket: string }>(
    'FILES',
    fileStore,
    'local',
    'Where uploaded files are kept: in DATA_DIR/files, or in a bucket.',
  ),
  s3Endpoint: files.may('S3_ENDPOINT', address('https', 'http'), 'The S3-compatible store, where it is not Amazon.'),
  s3Region: files.has(
    'S3_REGION',
    line('the name of a region', /^[a-z0-9-]+$/),
    'us-east-1',
    'The region of the bucket.',
  ),
  s3Bucket: files.may(
    'S3_BUCKET',
    line('the name of a bucket', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    'Overrides the bucket in FILES.',
  ),
  s3AccessKeyId: files.may('S3_ACCESS_KEY_ID', line('the id of an access key', /^\S+$/), 'Who we are to the store.'),
  s3SecretAccessKey: files.may('S3_SECRET_ACCESS_KEY', line('the secret of the access key', /^\S+$/), 'Its secret.', {
    isSecret: true,
  }),
  logLevel: operation.has(
    'LOG_LEVEL',
    choice('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    'info',
    'The least weight of a line that is logged.',
    { defaultIn: { test: 'warn' } },
  ),
  metricsToken: operation.may(
    'METRICS_TOKEN',
    longToken,
    'What a collector sends as bearer token to read /metrics. Absent: only this machine may read them.',
    { isSecret: true },
  ),
  otlpEndpoint: operation.may(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    address('http', 'https'),
    'The OpenTelemetry collector that takes traces over HTTP. Absent: none are made.',
  ),
  shutdownGraceSeconds: operation.has(
    'SHUTDOWN_GRACE_SECONDS',
    wholeNumber(0, 600, 'seconds'),
    20,
    'How long requests and jobs under way may take to end when the process is told to stop.',
  ),
} satisfies Record<string, Setting<unknown, unknown>>

/** The same as a list, in the order of the page of settings, each with its key in `Config`. */
export const settingsList: readonly (readonly [string, Setting<unknown, unknown>])[] = Object.entries(settings)
