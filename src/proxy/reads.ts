import type { Answer } from './answers'

interface Kept {
  answer: Answer
  at: number
}

const MOST_KEPT = 500

/** Answers reads with as few requests to the API as can be. */
export interface Reads {
  /**
   * The answer for a path, from a request under way or from memory where there is one.
   * @param freshMs how old a remembered answer may be, in milliseconds
   */
  get(path: string, freshMs: number): Promise<Answer>
  /** After a change nothing older may be shown as current, not even what is just being fetched. */
  forget(): void
}

export type Checksum = (bytes: Uint8Array) => number

export interface ReadsOptions {
  checksum: Checksum | undefined
  now: () => number
}

/** @param fetch asks the API; its answers are given out to everyone who asked for the same meanwhile */
export function createReads(
  fetch: (path: string) => Promise<Answer>,
  { checksum, now }: ReadsOptions,
): Reads {
  let flights = new Map<string, Promise<Answer>>()
  let memory = new Map<string, Kept>()

  /** Marks a whole 200 by its length and checksum, so that a browser that has it already is told so. */
  function withTag(answer: Answer): Answer {
    const { status, headers, body } = answer
    if (!checksum || status !== 200 || !(body instanceof Uint8Array)) return answer
    const etag = `"${body.length}-${checksum(body)}"`
    return { ...answer, headers: { ...headers, etag, 'cache-control': 'private, no-cache' } }
  }

  async function fly(path: string, freshMs: number): Promise<Answer> {
    const [mine, kept] = [flights, memory]
    const flight = fetch(path).then(withTag)
    flights.set(path, flight)
    try {
      const answer = await flight
      if (freshMs > 0 && answer.status === 200) keep(kept, path, answer)
      return answer
    } finally {
      mine.delete(path)
    }
  }

  function keep(kept: Map<string, Kept>, path: string, answer: Answer): void {
    if (kept.size >= MOST_KEPT) kept.clear()
    // A copy, since the bytes may be a small part of a large network buffer.
    const body = answer.body instanceof Uint8Array ? answer.body.slice() : answer.body
    kept.set(path, { answer: { ...answer, body }, at: now() })
  }

  return {
    async get(path, freshMs) {
      const kept = memory.get(path)
      if (kept && now() - kept.at < freshMs) return kept.answer
      const flight = flights.get(path)
      if (!flight) return fly(path, freshMs)
      const answer = await flight
      // A body too large to hold can be read once only, by the one who asked first.
      return answer.body instanceof ReadableStream ? withTag(await fetch(path)) : answer
    },
    forget() {
      flights = new Map()
      memory = new Map()
    },
  }
}

/** The answer for a browser that sent `If-None-Match`: empty when it has the same already. */
export function unlessKnown(answer: Answer, ifNoneMatch: string | null): Answer {
  const { etag } = answer.headers
  if (etag === undefined || ifNoneMatch === null) return answer
  const known = ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  return known ? { status: 304, headers: answer.headers, body: null } : answer
}
