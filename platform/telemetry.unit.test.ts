import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { refuse } from '#kernel'
import { startCollector } from '../tests/emulators/collector.ts'
import {
  continueTrace,
  createLogger,
  createMetrics,
  currentTraceId,
  scopedLogger,
  startTracing,
  traceHeaders,
  withSpan,
} from './telemetry.ts'

/** A logger and what it wrote. */
function openLog() {
  const lines: string[] = []
  const logger = createLogger({
    service: 'test',
    level: 'debug',
    destination: { write: (line) => void lines.push(line) },
  })
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '') }
}

test('A record is one line of JSON with level, time, service and message', () => {
  const { logger, lines, last } = openLog()
  logger.info({ port: 4000 }, 'listening')
  const { level, time, service, port, msg } = last()
  assert.deepEqual({ level, service, port, msg }, { level: 'info', service: 'test', port: 4000, msg: 'listening' })
  assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  assert.deepEqual(lines[0]?.split('\n').slice(1), [''])
})

test('A scoped logger puts request, company and user on every line', () => {
  const { logger, last } = openLog()
  scopedLogger(logger, { requestId: 'r1', companyId: 'c1', userId: 'u1' }).warn('slow')
  const { requestId, companyId, userId } = last()
  assert.deepEqual([requestId, companyId, userId], ['r1', 'c1', 'u1'])
})

test('Secrets are removed by name at any depth, in any case, from records, bindings and error causes', () => {
  const { logger, lines } = openLog()
  const secret = 'S3CRET-VALUE'
  const record = {
    password: secret,
    newPassword: secret,
    user: { refreshToken: secret, deep: [{ clientSecret: secret }] },
    req: { headers: { Authorization: secret, cookie: secret, 'set-cookie': [secret], 'x-api-key': secret } },
    body: {
      otp: secret,
      pin: 1234,
      api_key: secret,
      privateJwk: { d: secret },
      secrets: { a: secret },
      token: { a: secret },
    },
  }
  logger.info(record, 'x')
  logger.child({ accessToken: secret }).info('y')
  logger.error({ err: new Error('failed', { cause: { password: secret } }) }, 'z')
  logger.error(Object.assign(new Error('failed'), { config: { password: secret } }))
  assert.equal(lines.length, 4)
  for (const line of lines) assert.ok(!line.includes(secret) && !line.includes('1234'), line)
})

test('Secrets are removed by their look, wherever they stand in a text', () => {
  const { logger, lines } = openLog()
  const jwt = `eyJ${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(20)}`
  const texts = [
    `Bearer ${jwt}`,
    `sent ${jwt}`,
    `key ek_0123456789ab_${'A'.repeat(43)}`,
    'postgres://app:hunter22@db/x',
    'GET /reset?token=hunter22&x=1',
    'GET /?reset_token=hunter22',
    'Basic aHVudGVyMjI=aaaa',
  ]
  for (const text of texts) {
    logger.info({ url: text }, text)
    logger.error(new Error(text))
  }
  for (const line of lines) {
    assert.ok(!/hunter22|aHVudGVy|eyJa|A{43}/.test(line), line)
    assert.ok(JSON.parse(line))
  }
  assert.ok(lines[4]?.includes('ek_0123456789ab_'), 'the public prefix of a key stays')
  assert.ok(lines[8]?.includes('x=1'))
})

test('What is not a secret stays: booleans about secrets, dates, errors with code and stack', () => {
  const { logger, last } = openLog()
  const at = new Date(0)
  logger.info({ passwordChanged: true, at, amount: 10n, body: Buffer.from('abc'), nothing: undefined })
  const { passwordChanged, at: logged, amount, body } = last()
  assert.deepEqual([passwordChanged, logged, amount, body], [true, '1970-01-01T00:00:00.000Z', '10', '[3 bytes]'])
  logger.error({ err: refuse('NOT_FOUND') }, 'refused')
  assert.deepEqual([last().err.code, last().err.name], ['NOT_FOUND', 'Refusal'])
  assert.match(last().err.stack, /telemetry\.unit\.test/)
})

test('Line breaks and control characters of users cannot forge a line or command a terminal', () => {
  const { logger, lines } = openLog()
  const evil = 'a\r\n{"level":"fatal"}\u001b[2J\u0000\u007f\u009b31m\u2028\u2029\u0085'
  logger.info({ agent: evil }, evil)
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /^[^\p{Cc}\u2028\u2029]*\n$/u)
  assert.equal(JSON.parse(lines[0] ?? '').msg, evil)
})

test('Giants and circles are cut, not followed', () => {
  const { logger, lines } = openLog()
  const circle: Record<string, unknown> = { name: 'circle' }
  circle.self = circle
  logger.info({ circle, many: Array.from({ length: 100_000 }, (_, index) => index) })
  assert.ok((lines[0]?.length ?? 0) < 2000)
})

test('A reader of the log that stops reading does not stop the process; lines are dropped and counted', async (t) => {
  const program = `
    import { createLogger } from '#platform/telemetry'
    let dropped = 0
    const logger = createLogger({ service: 'blocked', onDrop: () => { dropped += 1 } })
    for (let line = 0; line < 20_000; line += 1) logger.info({ text: 'x'.repeat(500) })
    process.stderr.write(String(dropped), () => process.kill(process.pid, 'SIGKILL'))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  child.stdout.pause()
  const [dropped] = await once(child.stderr.setEncoding('utf8'), 'data')
  assert.ok(Number(dropped) > 1000, dropped)
})

test('What was logged just before the end of the process is written', async () => {
  const program = `
    import { createLogger } from '#platform/telemetry'
    createLogger({ service: 'ending' }).info('last words')
    process.exit(0)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  assert.equal(JSON.parse(stdout).msg, 'last words')
})

test('Counters, gauges and histograms appear in the text with service and labels', async () => {
  const metrics = createMetrics({ service: 'test', process: false })
  metrics.counter({ name: 'entrepot_sales_total', help: 'Sales.', labels: ['outcome'] }).inc({ outcome: 'ok' }, 2)
  metrics.gauge({ name: 'entrepot_backlog', help: 'Waiting.', collect: (gauge) => gauge.set(7) })
  metrics
    .histogram({ name: 'entrepot_request_seconds', help: 'Time.', labels: ['route'] })
    .observe({ route: '/a' }, 0.003)
  const text = await metrics.text()
  assert.match(text, /^entrepot_sales_total\{outcome="ok",service="test"\} 2$/m)
  assert.match(text, /^entrepot_backlog\{service="test"\} 7$/m)
  assert.match(text, /^entrepot_request_seconds_bucket\{le="0.005",service="test",route="\/a"\} 1$/m)
  assert.ok(metrics.contentType.startsWith('text/plain'))
})

test('Two processes in one have metrics of their own, with those of Node', async () => {
  const [one, two] = [createMetrics({ service: 'one' }), createMetrics({ service: 'two' })]
  one.counter({ name: 'entrepot_x_total', help: 'X.' }).inc()
  assert.match(await one.text(), /nodejs_heap_size_used_bytes\{service="one"\}/)
  assert.ok(!(await two.text()).includes('entrepot_x_total'))
})

test('Without a collector a span is a plain call, and nothing of OpenTelemetry is loaded', async () => {
  assert.equal(await withSpan('a', {}, async () => 5), 5)
  assert.equal(
    continueTrace({}, () => 6),
    6,
  )
  assert.deepEqual([traceHeaders(), currentTraceId()], [{}, undefined])
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
    await import('#platform/telemetry')
    console.log(loaded.filter((url) => /opentelemetry.(sdk|exporter)/.test(url)).length, loaded.length > 5)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  assert.equal(stdout.trim(), '0 true')
})

async function openTracing(t: TestContext) {
  const collector = await startCollector()
  const tracing = await startTracing({ endpoint: `${collector.endpoint}/`, service: 'test', headers: { 'x-key': 'k' } })
  t.after(async () => {
    await tracing.stop()
    collector.close()
  })
  return { collector, tracing }
}

test('Spans reach the collector nested, with attributes, service and headers', async (t) => {
  const { collector, tracing } = await openTracing(t)
  await withSpan('outer', { route: '/sales' }, () => withSpan('inner', { rows: 3 }, async () => undefined))
  await tracing.flush()
  const [inner, outer] = collector.spans
  assert.deepEqual([inner?.name, outer?.name], ['inner', 'outer'])
  assert.equal(inner?.parentSpanId, outer?.spanId)
  assert.deepEqual(outer?.attributes, [{ key: 'route', value: { stringValue: '/sales' } }])
  assert.deepEqual([[...collector.services], collector.headers[0]?.['x-key']], [['test'], 'k'])
})

test('A failure marks its span with the code, not with the message, and is thrown on', async (t) => {
  const { collector, tracing } = await openTracing(t)
  await assert.rejects(
    withSpan('a', {}, () => Promise.reject(refuse('NOT_FOUND', 'ann@gift.test'))),
    { code: 'NOT_FOUND' },
  )
  await tracing.flush()
  assert.equal(collector.spans[0]?.status.code, 2)
  assert.ok(!JSON.stringify(collector.spans).includes('ann@gift.test'))
})

test('A trace is continued from the headers of the caller and handed on', async (t) => {
  const { collector, tracing } = await openTracing(t)
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  await continueTrace({ traceparent: `00-${traceId}-b7ad6b7169203331-01` }, () =>
    withSpan('a', {}, async () => {
      assert.equal(currentTraceId(), traceId)
      assert.ok(traceHeaders().traceparent?.startsWith(`00-${traceId}-`))
    }),
  )
  await tracing.flush()
  assert.deepEqual([collector.spans[0]?.traceId, collector.spans[0]?.parentSpanId], [traceId, 'b7ad6b7169203331'])
})

test('A collector that is away costs spans, not answers', async (t) => {
  const tracing = await startTracing({ endpoint: 'http://127.0.0.1:1', service: 'test' })
  t.after(() => tracing.stop().catch(() => undefined))
  assert.equal(await withSpan('a', {}, async () => 5), 5)
})
