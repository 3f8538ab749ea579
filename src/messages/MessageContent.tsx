import type { Content } from '#/comms'
import { ExternalLink } from '#/ui/TextLink'
import { Mono } from '#/ui/Mono'

/** What was said, as text and never as markup: it comes from outside and may hold anything. */
export function MessageContent({ content }: { content: Content | null }) {
  if (content === null)
    return <p className="text-sm text-text-2">The API gives no content for this message.</p>
  const { text, media, contentId } = content
  const isEmpty = text === null && media.length === 0 && contentId === null
  return (
    <div className="flex flex-col gap-3">
      {text !== null && (
        <p
          dir="auto"
          className="max-w-[72ch] rounded-md border border-line bg-page px-3 py-2 text-base break-words whitespace-pre-wrap"
        >
          {text}
        </p>
      )}
      {media.length > 0 && (
        <ul aria-label="Media" className="flex flex-col gap-1 text-sm">
          {[...new Set(media)].map((url) => (
            <li key={url} className="break-all">
              {isWebAddress(url) ? <ExternalLink href={url}>{url}</ExternalLink> : url}
            </li>
          ))}
        </ul>
      )}
      {contentId !== null && (
        <p className="flex items-center gap-2 text-sm text-text-2">
          Template <Mono id={contentId} copyLabel="Copy template id" />
        </p>
      )}
      {isEmpty && (
        <p className="text-sm text-text-2">The content has a form that is shown in the raw JSON only.</p>
      )}
    </div>
  )
}

/** Anything else in a link, such as `javascript:`, would run here. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}
