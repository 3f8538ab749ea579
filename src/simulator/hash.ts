/**
 * Chance without state: every roll of the simulator is a hash of what it is about, so any moment of any message can be
 * asked for in any order and a run is replayed by its seed. All values are unsigned 32-bit integers.
 */

/** Mixes two integers into one; the finaliser of MurmurHash3. */
export function mix(a: number, b: number): number {
  let h = (a ^ Math.imul(b + 0x7f4a7c15, 0x9e3779b1)) >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 code units, finished by {@link mix}. */
export function hashText(text: string, seed = 0): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(seed, h)
}

/** A hash as a share: 0 inclusive to 1 exclusive. */
export function share(hash: number): number {
  return hash / 0x1_0000_0000
}

/** The item a hash points at. The list must not be empty. */
export function pick<Item>(items: readonly [Item, ...Item[]], hash: number): Item {
  return items[hash % items.length] ?? items[0]
}

/** An integer from `low` to `high`, both included. */
export function between(low: number, high: number, hash: number): number {
  return low + Math.floor(share(hash) * (high - low + 1))
}
