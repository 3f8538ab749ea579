import type { Dialect } from '../dialect'
import type { Json, SendFrom, SendRequest } from '../resources'
import { encodeContent } from './message'
import { encodeRecipient } from './party'
import { compact, spell } from './spelling'

/** The body of `POST /Messages` (section 2.1) in a dialect. What is empty is left out. */
export function encodeSend({ to, from, content, tags }: SendRequest, dialect: Dialect): Json {
  const sender: Json = from === null ? null : encodeFrom(from)
  return spell(
    compact({ to: to.map(encodeRecipient), from: sender, content: encodeContent(content), tags }),
    dialect,
  )
}

function encodeFrom(from: SendFrom): Json {
  return { ...from }
}
