import type { Dialect } from '../dialect'
import type { SendContent, SendRequest } from '../requests'
import type { Json } from '../resources'
import { encodeContent } from './message'
import { encodeRecipient } from './party'
import { compact, spell } from './spelling'

/** The body of `POST /Messages` (section 2.1) in a dialect. What is empty is left out. */
export function encodeSend({ to, from, content, schedule, tags }: SendRequest, dialect: Dialect): Json {
  return spell(
    compact({
      to: to.map(encodeRecipient),
      from,
      content: encodeSendContent(content),
      schedule: schedule ?? null,
      tags,
    }),
    dialect,
  )
}

function encodeSendContent(content: SendContent): Json {
  if (!('modules' in content)) return encodeContent(content)
  const { sms, rcs } = content.modules
  const modules: Json[] = []
  if (sms) modules.push({ sms: encodeContent(sms) })
  if (rcs) modules.push({ rcs })
  return { modules }
}
