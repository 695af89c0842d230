/** Teams' message text, which is HTML in part whatever `textFormat` says, to the words that the person wrote. */
import type { InboundActivity } from './activity.ts';

const BREAKS = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/blockquote|\/tr)(?:\s[^<>]*)?\/?>/gi;
// Only tags that Teams' editor makes: "mindre än <6 siffror>" is what somebody wrote.
const TAGS = /<\/?(?:at|p|div|span|br|b|i|u|s|strong|em|strike|a|ul|ol|li|h[1-6]|blockquote|quoted|pre|code|img|emoji|attachment|table|tbody|tr|td|font)(?:\s[^<>]*)?\/?>/gi;
// Emoji come as <emoji alt="🙂"> or as a picture with the character in `alt`. Other pictures have a file name there.
const EMOJI = /<(?:emoji|img)\s[^<>]*\balt="(\p{Extended_Pictographic}[^"<>]{0,30})"[^<>]*>/giu;
/** Whom one answers is quoted above the answer; the quote is not what the person says. */
const QUOTE = /<blockquote\s[^<>]*schema\.skype\.com\/Reply[^<>]*>/i;
const QUOTE_END = '</blockquote>';
const ENTITIES = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ',
  aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', Eacute: 'É',
};

/** The text of a message without the mention of the bot, quotes and tags, and with its line breaks. Linear in the length. */
export function plainText({ text, entities, recipient }: Pick<InboundActivity, 'text' | 'entities' | 'recipient'>): string {
  const mentions = (entities ?? []).filter((entity) => entity.type === 'mention' && entity.mentioned?.id === recipient.id);
  const withoutBot = mentions.reduce((rest, mention) => (mention.text ? rest.replaceAll(mention.text, ' ') : rest), text ?? '');
  const withoutTags = withoutQuote(withoutBot).replace(EMOJI, '$1').replace(BREAKS, '\n').replace(TAGS, '');
  return tidySpaces(withoutTags.replace(ENTITIES, decodeEntity));
}

function withoutQuote(text: string): string {
  const start = text.search(QUOTE);
  const end = start < 0 ? -1 : text.indexOf(QUOTE_END, start);
  return end < 0 ? text : `${text.slice(0, start)}\n${text.slice(end + QUOTE_END.length)}`;
}

function decodeEntity(whole: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function tidySpaces(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replaceAll('\u00a0', ' ').split(' ').filter(Boolean).join(' ').trim());
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n').trim();
}
