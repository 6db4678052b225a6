/** A key to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded border border-b-2 bg-sunken px-1 font-sans text-[0.6875rem] text-muted">
      {children}
    </kbd>
  )
}
