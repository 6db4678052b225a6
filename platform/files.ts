/**
 * Files behind one port: a local directory by default, any S3-compatible store by setting. Keys start with the company,
 * so that no path of one company can name a file of another.
 */
import { defineService } from '#kernel'
import { createLocalFiles } from './files/local.ts'
import { createS3Files, type S3Settings } from './files/s3.ts'
import type { FileStore } from './files/store.ts'

export { fileKey } from './files/keys.ts'
export type { S3Settings } from './files/s3.ts'
export type { FileStore, OpenFile, PutOptions, StoredFile } from './files/store.ts'

export type FileSettings = { kind: 'local'; directory: string } | ({ kind: 's3' } & S3Settings)

/** Opens the store that the settings name. */
export function openFileStore(settings: FileSettings): FileStore {
  return settings.kind === 'local' ? createLocalFiles(settings.directory) : createS3Files(settings)
}

/** The file store of the process. */
export const fileService = defineService<FileStore>('files')
