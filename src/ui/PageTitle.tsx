/** Sets the title of the browser tab while it is on the page, e.g. "Operations · Switchboard". */
export function PageTitle({ title }: { title: string }) {
  return <title>{`${title} · Switchboard`}</title>
}
