/** The program's mark: a cord between two sockets. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="18" height="18" aria-hidden className="shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M9 9v4c0 5 14 1 14 6v4" fill="none" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" />
      <g fill="#fff">
        <circle cx="9" cy="9" r="3" />
        <circle cx="23" cy="23" r="3" />
      </g>
    </svg>
  )
}
