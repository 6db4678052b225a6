/**
 * Files in an S3-compatible store. The SDK is loaded at the first call, because it weighs more than the rest of a
 * process. A body is spooled to a temporary file first: then its length and SHA-256 are known, and the store itself
 * verifies them.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { refuse } from '#kernel'
import { checkKey, checkPrefix } from './keys.ts'
import { spool } from './spool.ts'
import type { FileStore } from './store.ts'

/** `endpoint`: of a store that is not Amazon's. `pathStyle`: bucket in the path (yes with an endpoint, else no). */
export type S3Settings = {
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  endpoint?: string
  pathStyle?: boolean
  connectTimeoutMs?: number
  idleTimeoutMs?: number
}

/**
 * The SDK repeats a failed upload only when it holds the body, so most bodies are held; a larger one streams and is
 * sent once.
 */
const repeatableBytes = 8_388_608

/** Opens a bucket as a store. Nothing is sent before the first call. */
export function createS3Files(settings: S3Settings): FileStore {
  const { bucket: Bucket } = settings
  let connected: ReturnType<typeof connect> | undefined
  const s3 = () => {
    connected ??= connect(settings)
    return connected
  }
  return {
    put: async (key, body, { contentType: ContentType, maxBytes }) => {
      const Key = checkKey(key)
      const path = join(tmpdir(), `entrepot-${randomUUID()}`)
      const stored = await spool(path, body, maxBytes)
      try {
        const { sdk, client } = await s3()
        const ChecksumSHA256 = Buffer.from(stored.sha256, 'hex').toString('base64')
        const Body = stored.size <= repeatableBytes ? await readFile(path) : createReadStream(path)
        const sent = { Bucket, Key, Body, ContentType, ContentLength: stored.size, ChecksumSHA256 }
        await client.send(new sdk.PutObjectCommand(sent))
      } finally {
        await rm(path, { force: true })
      }
      return stored
    },
    get: async (key) => {
      const Key = checkKey(key)
      const { sdk, client } = await s3()
      const answer = await client.send(new sdk.GetObjectCommand({ Bucket, Key })).catch((error: unknown) => {
        throw error instanceof sdk.NoSuchKey ? refuse('NOT_FOUND') : error
      })
      const { Body, ContentLength, ContentType = 'application/octet-stream' } = answer
      if (!(Body instanceof Readable) || ContentLength === undefined) {
        throw new Error('The file store answered without a body or its length.')
      }
      return { stream: Body, size: ContentLength, contentType: ContentType }
    },
    remove: async (key) => {
      const Key = checkKey(key)
      const { sdk, client } = await s3()
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }))
    },
    list: async function* (prefix) {
      const Prefix = checkPrefix(prefix)
      const { sdk, client } = await s3()
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix })) {
        for (const { Key, Size = 0 } of page.Contents ?? []) if (Key) yield { key: Key, size: Size }
      }
    },
  }
}

async function connect(settings: S3Settings): Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> {
  const { region, endpoint, accessKeyId, secretAccessKey, pathStyle = endpoint !== undefined } = settings
  const { connectTimeoutMs = 5_000, idleTimeoutMs = 30_000 } = settings
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    region,
    endpoint,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 3,
    // Stores other than Amazon's stumble over the checksums that the SDK adds unasked; ours is the SHA-256 we set.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectTimeoutMs,
      requestTimeout: idleTimeoutMs,
      socketTimeout: idleTimeoutMs,
      throwOnRequestTimeout: true,
    },
  })
  return { sdk, client }
}
