import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Content, Message } from '#/comms'
import { partyTo } from '#/messages/party'
import { cx } from '#/ui/cx'
import { Skeleton } from '#/ui/Skeleton'
import type { OperationRow } from './columns'
import { sentQuery } from './sentQuery'

/** How long a row stands in sight before its text is worth asking for. */
const DWELL_MS = 400

/** What was sent, in one line, and to whom where that is one person. Read when the row has come into sight. */
export function SentText({ row: { id, ledger } }: { row: OperationRow }) {
  const box = useRef<HTMLSpanElement>(null)
  const { data, isError } = useQuery({ ...sentQuery(id), enabled: useSeen(box) })
  return (
    <span ref={box} className="flex min-h-5 items-center gap-2">
      {data ? (
        <Words message={data} alone={ledger.asked === 1} />
      ) : data === null || isError ? (
        <span className="text-text-2">{isError ? 'not read, open it to see' : 'no message yet'}</span>
      ) : (
        <Skeleton className="h-3 w-2/3" />
      )}
    </span>
  )
}

function Words({ message, alone }: { message: Message; alone: boolean }) {
  const text = textOf(message.content)
  const name = alone && partyTo(message)?.name
  return (
    <>
      {name && <bdi className="shrink-0">{name}</bdi>}
      {/* By its own direction, so that it is the end that is cut off. */}
      <span dir="auto" title={text} className={cx('min-w-0 truncate', name && 'text-text-2')}>
        {text}
      </span>
    </>
  )
}

function textOf(content: Content | null): string {
  if (content === null) return 'content not reported'
  if (content.text !== null && content.text !== '') return content.text
  if (content.contentId !== null) return `Template ${content.contentId}`
  return content.media.length === 1 ? '1 media file' : `${content.media.length} media files`
}

/** True once the element has been in sight for a moment, and from then on. */
function useSeen(box: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = box.current
    if (seen || !element) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer)
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(() => setSeen(true), DWELL_MS)
    })
    observer.observe(element)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [box, seen])
  return seen
}
