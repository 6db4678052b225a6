/** What is owed to whom, and what is needed to write it. */
import type { AuthServices } from '../services.ts'

/** Why somebody gets a mail. */
export type OwedKind = 'register' | 'reset' | 'invite' | 'token-reused' | 'password-changed' | 'second-step-changed'

export type Owed = { id: string; kind: OwedKind; email: string; data: Record<string, string>; tries: number }

/** The part of the services that writing needs. */
export type Writing = Pick<AuthServices, 'relay' | 'clock' | 'log' | 'publicUrl'>
