/** One file inside a zip archive, as the archive lists it. */
export interface ZipEntry {
  name: string
  /** How many bytes it has when unpacked, and how many as it is. */
  size: number
  packedSize: number
  isPacked: boolean
  /** Where it stands, beginning with a header of its own. */
  at: number
}

/**
 * What is inside a zip archive, by its own list at the end. An archive that lost its end has the names that stand before
 * the files, and no sizes. Nothing is unpacked.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const end = endOfList(view)
  if (end < 0) return namesBeforeFiles(bytes)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const named = at + 46 + view.getUint16(at + 28, true)
    entries.push({
      name: slashed(latin(bytes.subarray(at + 46, named))),
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      isPacked: view.getUint16(at + 10, true) !== 0,
      at: view.getUint32(at + 42, true),
    })
    at = named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The text of one file inside an archive, piece by piece, and no more of it than the archive says there is. */
export async function* textOfEntry(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<string> {
  const view = viewOf(bytes)
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const stored = new Blob([new Uint8Array(bytes.subarray(from, from + entry.packedSize))]).stream()
  const unpacked = entry.isPacked ? stored.pipeThrough(new DecompressionStream('deflate-raw')) : stored
  const reader = unpacked.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (let read = 0; read <= entry.size;) {
      const { done, value } = await reader.read()
      if (done) return
      read += value.length
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Where the record that closes the list stands. A comment of up to 64 KB may follow it. */
function endOfList(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

function namesBeforeFiles(bytes: Uint8Array): ZipEntry[] {
  // oxlint-disable-next-line no-control-regex
  const headers = latin(bytes).matchAll(/PK\u0003\u0004[^]{26}([ -~]{1,200})/g)
  return Array.from(headers, ({ 1: name = '', index }) => ({
    name: slashed(name),
    size: 0,
    packedSize: 0,
    isPacked: true,
    at: index,
  }))
}

/** Bytes as characters of the same number, to search them as text. What browsers call Latin-1 has other characters. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** Some programs for Windows write the folders of a zip with a backslash. */
function slashed(name: string): string {
  return name.replaceAll('\\', '/')
}
