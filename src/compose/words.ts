/** "1 number", "2,480 numbers". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** "1 person", "214 people". */
export function people(count: number): string {
  return counted(count, 'person', 'people')
}
