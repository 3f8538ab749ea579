/** Room for what lies over the page's edges: the band and the table's header above, the navigation bar below. */
const MARGIN = { top: 88, bottom: 72 }

/** Scrolls the page by as little as brings a row into sight; by arithmetic, since the row may not be rendered yet. */
export function scrollRowIntoView(body: HTMLElement, index: number, rowHeight: number): void {
  const top = body.getBoundingClientRect().top + index * rowHeight
  const above = top - MARGIN.top
  const below = top + rowHeight - (window.innerHeight - MARGIN.bottom)
  if (above < 0) window.scrollBy({ top: above, behavior: 'instant' })
  else if (below > 0) window.scrollBy({ top: below, behavior: 'instant' })
}
