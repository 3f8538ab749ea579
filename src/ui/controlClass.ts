/** The look of everything that is typed into or picked from. */
export const CONTROL_CLASS =
  'w-full min-w-0 rounded-md border border-control bg-surface text-base text-text transition-colors ' +
  'hover:border-text-3 focus-visible:outline-offset-0 ' +
  'aria-invalid:border-red-solid disabled:cursor-not-allowed disabled:bg-sunken disabled:text-text-3 ' +
  // Below 16 px, Safari on phones zooms into a field when it is focused.
  'pointer-coarse:text-lg'
