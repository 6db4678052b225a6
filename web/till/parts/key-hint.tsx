import { Kbd } from '#web/ui/kbd.tsx'

/** The key that does the same; not on narrow screens, which are touched. */
export function KeyHint({ name }: { name: string }) {
  return (
    <span className="hidden lg:inline">
      <Kbd>{name}</Kbd>
    </span>
  )
}
