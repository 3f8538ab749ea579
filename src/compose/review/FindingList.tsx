import { ToneIcon } from '#/ui/ToneIcon'
import type { Tone } from '#/ui/tone'
import type { Finding } from '../send/findings'
import { focusField } from './focusField'

const TONES: Record<Finding['weight'], Tone> = { missing: 'neutral', wrong: 'red', warning: 'amber' }

/** What stands in the way or should be known. Each leads to its field. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {findings.map(({ field, text, weight }) => (
        <li key={`${field} ${text}`} className="flex gap-2">
          <ToneIcon tone={TONES[weight]} className="mt-1" />
          <button
            type="button"
            onClick={() => focusField(field)}
            className="rounded-sm text-left text-pretty underline decoration-current/30 underline-offset-2 hover:decoration-current"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  )
}
