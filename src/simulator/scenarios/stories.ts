import type { Tags } from '#/comms/resources'
import { between, mix, pick } from '../hash'
import type { Country } from './numbers'
import {
  NAMES_EN,
  SLOTS_EN,
  SLOTS_DE,
  SLOTS_FR,
  SLOTS_ES,
  NAMES_DE,
  NAMES_FR,
  NAMES_JA,
  NAMES_AR,
  NAMES_HI,
  type Words,
} from './words'

/** What a support desk writes: the words, who they are for, and how the desk tags them. */
export interface Story {
  /** Liquid with defaults, as the API wants it (section 2.1). */
  text: string
  countries: readonly [Country, ...Country[]]
  tags: Tags
  /** First names for `{{ name }}`. */
  names?: Words
  /** Times for `{{ slot }}`, in the story's language; English without it. */
  slots?: Words
  /** Tagged with a ticket number, as answers to one customer are. */
  ticket?: true
}

/** Answers to one customer. */
export const ANSWERS: readonly [Story, ...Story[]] = [
  {
    text: 'Hi {{ name | default: "there" }}, your refund of {{ amount | default: "the full amount" }} is on its way. Allow 3 working days. Ref {{ ticket | default: "in your e-mail" }}',
    countries: ['US', 'GB', 'IE'],
    tags: { desk: 'billing' },
    names: NAMES_EN,
    ticket: true,
  },
  {
    text: 'Your password reset code is {{ code | default: "in your e-mail" }}. It works for 10 minutes. We never ask you for it.',
    countries: ['US', 'GB', 'AU'],
    tags: { desk: 'accounts', kind: 'code' },
  },
  {
    text: 'Hello {{ name | default: "there" }}, we tried to call you about your ticket {{ ticket | default: "with us" }}. When is a good time tomorrow?',
    countries: ['US', 'AU'],
    tags: { desk: 'support' },
    names: NAMES_EN,
    ticket: true,
  },
  {
    text: 'Guten Tag {{ name | default: "" }}, Ihr Ersatzgerät ist heute unterwegs. Sie brauchen nichts zu tun.',
    countries: ['DE'],
    tags: { desk: 'returns' },
    names: NAMES_DE,
    ticket: true,
  },
  {
    text: 'Bonjour {{ name | default: "" }}, votre remboursement de {{ amount | default: "la somme totale" }} est parti ce matin.',
    countries: ['FR'],
    tags: { desk: 'billing' },
    names: NAMES_FR,
    ticket: true,
  },
  {
    text: '{{ name | default: "お客" }}様、ご返金の手続きが完了しました。3営業日以内に反映されます。',
    countries: ['US'],
    tags: { desk: 'billing', lang: 'ja' },
    names: NAMES_JA,
    ticket: true,
  },
  {
    text: 'मरम्मत पूरी हो गई है, {{ name | default: "" }}। आप कल से अपना फ़ोन ले सकते हैं।',
    countries: ['GB'],
    tags: { desk: 'repairs', lang: 'hi' },
    names: NAMES_HI,
    ticket: true,
  },
]

/** To everybody whom one event touches. */
export const NOTICES: readonly [Story, ...Story[]] = [
  {
    text: 'Hi {{ name | default: "there" }}, your delivery slot has changed to {{ slot | default: "tomorrow" }}. Reply CHANGE to pick another.',
    countries: ['US', 'US', 'GB'],
    tags: { desk: 'logistics', campaign: 'delivery-slots' },
    names: NAMES_EN,
  },
  {
    text: 'Reminder: your appointment is {{ slot | default: "tomorrow" }}. Reply 1 to confirm, 2 to move it.',
    countries: ['US', 'IE', 'AU'],
    tags: { desk: 'bookings', campaign: 'reminders' },
  },
  {
    text: 'Some customers in your area have no internet right now. We are on it and expect it back by {{ slot | default: "this evening" }}. No need to call.',
    countries: ['GB', 'GB', 'IE'],
    tags: { desk: 'network', campaign: 'outage-notices' },
  },
  {
    text: 'Ihr Termin am {{ slot | default: "nächsten Tag" }} ist bestätigt. Absagen bitte bis 12 Uhr am Vortag.',
    countries: ['DE'],
    slots: SLOTS_DE,
    tags: { desk: 'bookings', campaign: 'reminders' },
  },
  {
    text: 'Votre colis arrive {{ slot | default: "demain" }}. Répondez 2 pour choisir un point relais.',
    countries: ['FR'],
    slots: SLOTS_FR,
    tags: { desk: 'logistics', campaign: 'delivery-slots' },
  },
  {
    text: 'Hej {{ name | default: "" }}! Din beställning är klar att hämta till och med fredag.',
    countries: ['SE'],
    tags: { desk: 'stores', campaign: 'pick-up' },
    names: ['Åsa', 'Björn', 'Elin', 'Göran', 'Maja'],
  },
  {
    text: 'Su cita es {{ slot | default: "mañana" }}. Responda 1 para confirmar o 2 para cambiarla.',
    countries: ['US'],
    slots: SLOTS_ES,
    tags: { desk: 'bookings', campaign: 'reminders', lang: 'es' },
  },
  {
    text: 'مرحبا {{ name | default: "" }}، تم تغيير موعد التسليم إلى الغد بين التاسعة والحادية عشرة.',
    countries: ['GB', 'US'],
    tags: { desk: 'logistics', campaign: 'delivery-slots', lang: 'ar' },
    names: NAMES_AR,
  },
  {
    text: 'We have switched the blocked cards to new ones at no cost. Yours arrives within 5 working days.',
    countries: ['US', 'GB', 'AU'],
    tags: { desk: 'cards', campaign: 'card-exchange' },
  },
]

/** To the whole customer base. */
export const CAMPAIGNS: readonly [Story, ...Story[]] = [
  {
    text: 'Planned work tonight 01:00 to 03:00: the app and the website will be away for a short while. Your data is safe.',
    countries: ['US'],
    tags: { desk: 'network', campaign: 'planned-work' },
  },
  {
    text: 'Storm warning: deliveries in your region may be a day late. We will text you the new day as soon as we know it.',
    countries: ['US'],
    tags: { desk: 'logistics', campaign: 'storm' },
  },
]

/** What people write back. */
export const REPLIES: readonly [Story, ...Story[]] = [
  { text: 'CHANGE', countries: ['US', 'GB'], tags: {} },
  { text: '1', countries: ['US', 'IE', 'AU'], tags: {} },
  { text: 'STOP', countries: ['US'], tags: {} },
  { text: 'When will it be fixed?', countries: ['GB'], tags: {} },
  { text: 'Vielen Dank!', countries: ['DE'], tags: {} },
  { text: "D'accord, merci", countries: ['FR'], tags: {} },
]

/** To everybody of one household or building in one conversation. */
export const TO_GROUPS: readonly [Story, ...Story[]] = [
  {
    text: 'Hello all, the technician is with you {{ slot | default: "tomorrow" }}. Who of you lets them in?',
    countries: ['US', 'GB'],
    tags: { desk: 'network', kind: 'group' },
  },
  {
    text: 'The lift is repaired. Thank you for your patience, all of you.',
    countries: ['US', 'AU'],
    tags: { desk: 'repairs', kind: 'group' },
  },
]

/** What one recipient's text is filled with. */
export function variablesOf(story: Story, ticket: string, hash: number): Record<string, string> {
  return {
    ...(story.names && { name: pick(story.names, hash) }),
    slot: pick(story.slots ?? SLOTS_EN, mix(hash, 1)),
    code: String(between(100_000, 999_999, mix(hash, 2))),
    amount: `${between(5, 240, mix(hash, 3))}.${between(10, 99, mix(hash, 4))}`,
    ticket,
  }
}
