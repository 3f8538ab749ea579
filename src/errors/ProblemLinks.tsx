import type { Problem } from '#/comms'
import { TextLink } from '#/ui/TextLink'

/** Where an error answer names codes: links to what they mean. */
export function ProblemLinks({ problems }: { problems: Problem[] }) {
  const codes = [...new Set(problems.map(({ code }) => code))].filter((code) => code !== null)
  if (codes.length === 0) return null
  return (
    <p className="mt-1 flex flex-wrap gap-x-3">
      {codes.slice(0, 5).map((code) => (
        <TextLink key={code} to={`/errors/${code}`}>
          What code {code} means
        </TextLink>
      ))}
    </p>
  )
}
