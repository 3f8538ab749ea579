import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ComponentType, KeyboardEvent, ReactNode } from 'react'
import { useState } from 'react'
import type { ButtonSize, ButtonVariant } from './buttonClass'
import { buttonClass } from './buttonClass'

export interface MenuItem {
  key: string
  label: ReactNode
  onSelect: () => void
  /** Why it cannot be chosen now; shown under the label. */
  disabledReason?: string | null
  danger?: boolean
}

export interface MenuProps {
  /** The words on the button. */
  label: ReactNode
  /** The button's name, where `label` is no text. */
  ariaLabel?: string
  items: ReadonlyArray<MenuItem>
  variant?: ButtonVariant
  size?: ButtonSize
  /** Leaves the arrow out and makes the button square. */
  iconOnly?: boolean
  align?: 'start' | 'end'
}

let loading: Promise<ComponentType<MenuProps>> | null = null

function load() {
  loading ??= import('./MenuPopup').then((module) => module.MenuPopup)
  return loading
}

/**
 * A button that opens a list of actions. The list's code is fetched when the button is pointed at, focused or
 * pressed; until then this is the same button without it.
 */
export function Menu(props: MenuProps) {
  const [Popup, setPopup] = useState<ComponentType<MenuProps> | null>(null)
  if (Popup) return <Popup {...props} />
  const open = async () => {
    const loaded = await load()
    setPopup(() => loaded)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    void open()
  }
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={props.ariaLabel}
      title={props.ariaLabel}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onKeyDown={onKeyDown}
      onClick={() => void open()}
      className={menuButtonClass(props)}
    >
      <MenuButtonContent {...props} />
    </button>
  )
}

/** Shared with the popup, so that the button looks the same before and after its list has arrived. */
export function menuButtonClass({ variant = 'secondary', size = 'md', iconOnly = false }: MenuProps): string {
  return buttonClass(variant, size, iconOnly)
}

export function MenuButtonContent({ label, iconOnly = false }: MenuProps) {
  return (
    <>
      {label}
      {!iconOnly && <ChevronDown size={14} aria-hidden className="-mr-0.5" />}
    </>
  )
}
