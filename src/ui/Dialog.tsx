import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'
import { IconButton } from './IconButton'
import { cx } from './cx'

interface DialogProps {
  open: boolean
  /** Called for Esc, the close button and a press beside the dialog. The owner then sets `open` to false. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Buttons, at the bottom right; the safe one first. */
  footer?: ReactNode
  width?: 'sm' | 'md' | 'lg'
  /** False keeps a press beside the dialog from closing it, for dialogs that are typed into. */
  dismissible?: boolean
}

const WIDTHS = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' }

/**
 * A modal dialog: the browser's own, so focus stays in, Esc closes, the page behind is inert and focus returns to
 * where it was. Its content exists while it is open only. The focus goes to what carries `data-autofocus`, else to
 * the first control.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog({ onClose, title, children, footer, width = 'md', dismissible = true }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    if (element && !element.open) element.showModal()
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      element?.close()
      // Removed elements do not hand focus back by themselves.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])

  const onPress = useEffectEvent((event: MouseEvent) => {
    // The backdrop belongs to the dialog element; its content is one element that covers all of the box.
    if (dismissible && event.target === dialog.current) onClose()
  })
  useEffect(() => {
    const element = dialog.current
    const listen = (event: MouseEvent) => onPress(event)
    element?.addEventListener('mousedown', listen)
    return () => element?.removeEventListener('mousedown', listen)
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={cx(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-hidden rounded-lg border border-line-strong bg-raised p-0 text-text shadow-float backdrop:bg-black/40',
        WIDTHS[width],
      )}
    >
      <div className="flex max-h-[calc(100dvh-2rem-2px)] flex-col">
        <div className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-4">
          <h2 id={titleId} className="text-base font-semibold">
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
        <div className="min-h-0 overflow-y-auto p-4">{children}</div>
        {footer && (
          <div className="flex flex-wrap justify-end gap-2 border-t border-line bg-page px-4 py-3">
            {footer}
          </div>
        )}
      </div>
    </dialog>
  )
}
