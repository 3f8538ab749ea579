import { Dialog } from '#/ui/Dialog'
import { TextLink } from '#/ui/TextLink'
import { IdBox } from './IdBox'
import { ThemeSwitch } from './ThemeSwitch'

/** What the side navigation holds besides its links, for screens too narrow for it. */
export function MoreDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Open id, theme, contract" width="sm">
      <div className="flex flex-col gap-5">
        <IdBox focused onOpened={onClose} />
        <div className="flex items-center justify-between gap-3">
          <span aria-hidden>Theme</span>
          <ThemeSwitch />
        </div>
        <p className="text-sm">
          <TextLink to="/contract" onClick={onClose}>
            Contract
          </TextLink>
          : what this API is seen to speak and offer
        </p>
      </div>
    </Dialog>
  )
}
