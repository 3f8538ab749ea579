/** Hands a CSV text to the browser as a file. */
export function download(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by the next turn; the address is then no longer needed.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
