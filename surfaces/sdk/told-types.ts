/** Answers that are told by a type of ours, which the SDK has as it is: those whose shape fields cannot say. */

export type ToldType = { name: string; file: string }

const description = (name: string): ToldType => ({ name, file: 'description.ts' })
const answer = (name: string): ToldType => ({ name, file: 'answers.ts' })

/** By the address of the operation. */
export const toldTypes: Readonly<Record<string, ToldType>> = {
  'console.describe': description('ConsoleDescription'),
  'console.timeline': description('TimelineMoment'),
  'imports.targets': answer('ImportTargetDescription'),
  'imports.list': answer('ImportReport'),
  'imports.read': answer('ImportReport'),
  'imports.preview': answer('ImportPreview'),
  'imports.run': answer('ImportMoved'),
  'imports.resume': answer('ImportMoved'),
  'imports.undo': answer('ImportMoved'),
  'imports.cancel': answer('ImportMoved'),
}

/** The files that hold them, from this folder. */
export const toldFiles = ['../console/description.ts', '../csv/answers.ts']
