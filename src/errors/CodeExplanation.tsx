import { SkeletonText } from '#/ui/Skeleton'
import { StatusMark } from '#/ui/StatusMark'
import { TextLink } from '#/ui/TextLink'
import { RETRY_WORDS, TURN_WORDS } from './explanationWords'
import { useExplanation } from './useExplanation'

interface CodeExplanationProps {
  code: number
  /** What the API wrote beside the code. Shown when the dictionary does not know the code, or says it differently. */
  message?: string | null
  /** Leaves out what to do: after a failure that was made up for since, sending again would send twice. */
  past?: boolean
}

/** Why a message failed: title, meaning, what to do, whose turn it is. For a failed attempt or a refused request. */
export function CodeExplanation({ code, message, past = false }: CodeExplanationProps) {
  const { explanation, loading } = useExplanation(code)
  if (loading) {
    return (
      <div aria-busy className={past ? 'min-h-[4.5rem]' : 'min-h-[6.5rem]'}>
        <p className="font-semibold">
          <span className="tabular-nums">{code}</span>
        </p>
        <div className="mt-2">
          <SkeletonText lines={past ? 2 : 3} />
        </div>
      </div>
    )
  }
  const { title, meaning, action, retry, turn, known } = explanation
  return (
    <div className="flex min-w-0 flex-col gap-1 text-sm">
      <p className="text-base font-semibold">
        {known ? (
          <>
            <TextLink to={`/errors/${code}`}>{code}</TextLink> {title}
          </>
        ) : (
          <TextLink to={`/errors/${code}`}>{title}</TextLink>
        )}
      </p>
      <p className="max-w-[72ch] text-pretty text-text-2">{meaning}</p>
      {!past && (
        <>
          <p className="max-w-[72ch] text-pretty">
            <span className="font-medium">What to do:</span> {action}
          </p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusMark tone={RETRY_WORDS[retry].tone} title={RETRY_WORDS[retry].sentence}>
              {RETRY_WORDS[retry].label}
            </StatusMark>
            <span className="text-text-2">{TURN_WORDS[turn].sentence}</span>
          </p>
        </>
      )}
      {message && (
        <p className="break-words text-text-2">
          Twilio’s words: <q>{message}</q>
        </p>
      )}
    </div>
  )
}
