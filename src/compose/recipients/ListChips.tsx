import FileText from 'lucide-react/icons/file-text'
import X from 'lucide-react/icons/x'
import { IconButton } from '#/ui/IconButton'
import { Select } from '#/ui/Select'
import { toast } from '#/ui/toast'
import { useDesk, useDraft } from '../desk'
import { counted } from '../words'
import { columnOf, type List } from './list'

/** The files and large pastes that numbers come from, each with its column where several could be meant. */
export function ListChips() {
  const { draft } = useDesk()
  const lists = useDraft(({ who }) => who.lists)
  if (lists.length === 0) return null
  const setLists = (change: (lists: List[]) => List[]) =>
    draft.set((old) => ({ ...old, who: { ...old.who, lists: change(old.who.lists) } }))
  const choose = (id: string, chosen: number) =>
    setLists((old) => old.map((list) => (list.id === id ? { ...list, chosen } : list)))
  const remove = (list: List) => {
    const before = draft.get().who
    setLists((old) => old.filter(({ id }) => id !== list.id))
    toast({
      title: `${list.name} removed`,
      action: {
        label: 'Undo',
        altText: 'Choose the file again',
        onClick: () => draft.set((old) => ({ ...old, who: before })),
      },
    })
  }
  return (
    <ul aria-label="Lists" className="flex flex-wrap gap-2">
      {lists.map((list) => (
        <li
          key={list.id}
          className="flex max-w-full min-w-0 items-center gap-2 rounded-md border border-line-strong bg-page py-0.5 pr-0.5 pl-2 text-sm"
        >
          <FileText size={14} aria-hidden className="shrink-0 text-text-2" />
          <span className="min-w-0 truncate font-medium">{list.name}</span>
          <span className="whitespace-nowrap text-text-2">
            {counted(columnOf(list).raw.length, list.rows, `${list.rows}s`)}
          </span>
          {list.columns.length > 1 && (
            <Select
              size="sm"
              aria-label={`Column of ${list.name} with the phone numbers`}
              options={list.columns.map(({ label, raw }, index) => ({
                value: String(index),
                label: `${label}: ${raw.find((cell) => cell !== '') ?? ''}`,
              }))}
              value={String(list.chosen)}
              onChange={(value) => choose(list.id, Number(value))}
              className="max-w-64"
            />
          )}
          <IconButton label={`Remove ${list.name}`} onClick={() => remove(list)}>
            <X size={14} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
