import type { Entries } from '../explanation'

/** WhatsApp, RCS and other channels: content and templates. */
export const CHANNEL_CONTENT: Entries = {
  63005: {
    title: 'Channel refused the content',
    meaning: 'Its format or media was refused. On WhatsApp also when the person is not on WhatsApp.',
    action: 'Check template and media, then use SMS.',
    retry: 'fix',
    turn: 'us',
  },
  63019: {
    title: 'Media could not be fetched',
    meaning: 'Twilio or the channel could not download the file.',
    action: 'Check its address, size and type, and that it opens without a login.',
    retry: 'fix',
    turn: 'us',
  },
  63021: {
    title: 'Content not valid for the channel',
    meaning: 'The content breaks the channel’s rules.',
    action: 'Correct it.',
    retry: 'fix',
    turn: 'us',
  },
  63026: {
    title: 'Rated as spam',
    meaning: 'The channel took the content for spam.',
    action: 'Send less of it and revise the wording.',
    retry: 'fix',
    turn: 'us',
  },
  63027: {
    title: 'Template missing in this language',
    meaning: 'There is no approved translation of the template.',
    action: 'Choose a language that is approved.',
    retry: 'fix',
    turn: 'us',
  },
  63028: {
    title: 'Wrong number of values',
    meaning: 'The number of values differs from the placeholders of the template.',
    action: 'Give one value for each placeholder.',
    retry: 'fix',
    turn: 'us',
  },
  63030: {
    title: 'Field not allowed on this channel',
    meaning: 'The message uses something that the channel does not have.',
    action: 'Leave it out.',
    retry: 'fix',
    turn: 'us',
  },
  63034: {
    title: 'Media too large',
    meaning: 'The file is over the channel’s limit.',
    action: 'Compress it.',
    retry: 'fix',
    turn: 'us',
  },
  63040: {
    title: 'Template rejected',
    meaning: 'Meta’s review rejected the template.',
    action: 'Edit it and submit it again, or use another.',
    retry: 'fix',
    turn: 'owner',
  },
  63041: {
    title: 'Template paused',
    meaning: 'Meta paused the template because of its quality rating.',
    action: 'Use another template, or improve this one.',
    retry: 'fix',
    turn: 'owner',
  },
  63042: {
    title: 'Template disabled',
    meaning: 'Meta disabled the template because of its quality rating.',
    action: 'Use another template, or submit a better one.',
    retry: 'fix',
    turn: 'owner',
  },
  63052: {
    title: 'Old kind of WhatsApp template',
    meaning: 'The template is from before Twilio’s content templates.',
    action: 'The account owner builds it again as a content template.',
    retry: 'fix',
    turn: 'owner',
  },
}
