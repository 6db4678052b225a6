/** The mark: goods that arrive, are kept, and are sent on. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M8 9.5h16M8 16h10.5M8 22.5h16" strokeWidth="2.6" strokeLinecap="round" className="stroke-on-accent" />
      <circle cx="23" cy="16" r="1.9" className="fill-on-accent" />
    </svg>
  )
}
