'use client'
import { type Block, blocksOf, type ReceiptDocument } from '#engines/receipt'
import { classes } from '#web/ui/classes.ts'

/** A receipt as it reads on paper, on screen. */
export function ReceiptPaper({ document }: { document: ReceiptDocument }) {
  const blocks = blocksOf(document).map((block, index) => ({ block, key: `${index} ${block.kind}` }))
  return (
    <section
      dir={document.direction}
      lang={document.language}
      aria-label={document.title}
      className="mx-auto w-full max-w-sm rounded-lg border bg-white px-5 py-6 font-mono text-[0.8125rem] text-black leading-snug"
    >
      {blocks.map(({ block, key }) => (
        <Line key={key} block={block} />
      ))}
    </section>
  )
}

const weights = { normal: '', bold: 'font-bold', large: 'font-bold text-lg' }

function Line({ block }: { block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p className={classes('break-words', weights[block.weight], block.align === 'center' && 'text-center')}>
          {block.text}
        </p>
      )
    case 'pair':
      return (
        <p className={classes('flex justify-between gap-3', weights[block.weight])}>
          <span className="min-w-0 break-words whitespace-pre-wrap">{block.start}</span>
          <span className="shrink-0 tabular-nums">{block.end}</span>
        </p>
      )
    case 'triple': {
      const [start, middle, end] = block.cells
      return (
        <p className="grid grid-cols-3 gap-2 tabular-nums">
          <span>{start}</span>
          <span className="text-end">{middle}</span>
          <span className="text-end">{end}</span>
        </p>
      )
    }
    case 'rule':
      return <hr className="my-2 border-black/50 border-dashed" />
    case 'code':
      return <p className="mt-3 text-center tracking-widest">{block.value}</p>
  }
}
