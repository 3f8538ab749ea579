/** A request for the API, to be made exactly once. */
export interface ApiCall {
  method: string
  /** Behind the base address, version first: `/v1/Messages?channel=SMS`. */
  path: string
  /** JSON. */
  body: Uint8Array<ArrayBuffer> | string | null
}

/** What came back, with as much of the body as may be held in memory. */
export interface ApiAnswer {
  status: number
  header: (name: string) => string | null
  /**
   * Bytes when the whole body fits into {@link HOLD_LIMIT}, a stream of all of it otherwise; `null` when the status came
   * and the body was cut off.
   */
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/**
 * Wherever the API is. Gives up by itself after a time: throws {@link NotConnected}, {@link TimedOut}, or any other error
 * for an answer that did not come.
 */
export type Upstream = (call: ApiCall) => Promise<ApiAnswer>

/** A body up to this size is held in memory, a larger one is passed on as it comes, in bytes. */
export const HOLD_LIMIT = 2 * 1024 * 1024

/** No connection could be made, so nothing of the request has left: it is certain that it was not done. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected'
}

export class TimedOut extends Error {
  override readonly name = 'TimedOut'
}
