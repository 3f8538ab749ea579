import FileText from 'lucide-react/icons/file-text'
import X from 'lucide-react/icons/x'
import { Disclosure } from '#/ui/Disclosure'
import { Field } from '#/ui/Field'
import { IconButton } from '#/ui/IconButton'
import { Select } from '#/ui/Select'
import type { SourceReport } from '../reading/checked'
import { ENCODINGS } from '../reading/files/decodeText'
import type { List } from '../reading/list'
import type { Matching } from '../reading/table'
import { ColumnMatcher } from './ColumnMatcher'
import { ColumnQuestion } from './ColumnQuestion'
import { LeftOutList } from './LeftOutList'
import { countSource, describeSource, explainReason } from './sourceWords'

interface SourceCardProps {
  /** `null`: the text box. */
  list: List | null
  /** `null` while it is being checked. */
  report: SourceReport | null
  onMatch: (matching: Matching) => void
  onPutBack: (raw: string) => void
  onRemove?: () => void
  /** Absent where the file is no longer at hand. */
  onReadAgain?: (how: { encoding?: string; sheet?: string }) => void
}

/** One list, or the text box where it has columns: how it was read, what is left out of it, and how to read it else. */
export function SourceCard(props: SourceCardProps) {
  const { list, report, onMatch, onPutBack, onRemove, onReadAgain } = props
  const name = list?.name ?? 'the text above'
  return (
    <section
      aria-label={list?.name ?? 'Typed'}
      className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-surface px-3 py-2"
    >
      <div className="flex min-w-0 items-start gap-2">
        <FileText size={16} aria-hidden className="mt-1 shrink-0 text-text-2" />
        <div className="min-w-0 flex-1">
          <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <bdi className="truncate font-medium">
              {list?.name ?? (report?.form === 'table' ? 'Typed as a table' : 'Typed')}
            </bdi>
            <span className="text-sm text-text-2">
              {report === null ? 'being checked' : report.reason === null ? '' : countSource(report)}
            </span>
          </p>
          {report && report.reason !== null && <HowMatched report={report} name={list?.name ?? ''} />}
        </div>
        {onRemove && (
          <IconButton label={`Remove ${name}`} onClick={onRemove}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {report?.reason === null && <ColumnQuestion report={report} onChange={onMatch} />}
      {report?.form === 'table' && (
        <Disclosure summary="Columns">
          <ColumnMatcher name={name} report={report} onChange={onMatch} />
        </Disclosure>
      )}
      {report && <LeftOutList report={report} onPutBack={onPutBack} />}
      {list && onReadAgain && <HowRead list={list} onReadAgain={onReadAgain} />}
    </section>
  )
}

/** Where the numbers are from, what is left out, and why it was guessed so. */
function HowMatched({ report, name }: { report: SourceReport; name: string }) {
  const words = describeSource({ ...report, look: 0 }, name).join('; ')
  const guess = explainReason(report)
  return (
    <p className="text-sm text-pretty text-text-2">
      {words.charAt(0).toUpperCase() + words.slice(1)}.{guess !== '' && ` Chosen because ${guess}.`}
    </p>
  )
}

/** The sheet of a workbook; the encoding of a text file, offered at once where it had to be guessed. */
function HowRead({
  list,
  onReadAgain,
}: {
  list: List
  onReadAgain: NonNullable<SourceCardProps['onReadAgain']>
}) {
  const { origin } = list
  if (!origin) return null
  if (origin.sheets.length > 1) {
    return (
      <Field label="Sheet" className="max-w-60">
        <Select
          size="sm"
          options={origin.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          value={origin.sheet}
          onChange={(sheet) => onReadAgain({ sheet })}
        />
      </Field>
    )
  }
  if (origin.encoding === '') return null
  const encodings = (
    <Field label="Text encoding" className="max-w-72">
      <Select
        size="sm"
        options={ENCODINGS}
        value={origin.encoding}
        onChange={(encoding) => onReadAgain({ encoding })}
      />
    </Field>
  )
  return origin.certain ? <Disclosure summary="Strange letters?">{encodings}</Disclosure> : encodings
}
