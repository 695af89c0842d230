/** What stands beside the text of a message: Teams' own HTML of that text, cards, and the files and images that people add. */
import type { InboundActivity } from './activity.ts';

const HTML = 'text/html';
/** Teams adds the text itself as HTML, and the bot's own card to what its buttons send. */
const NOT_FILES: readonly string[] = [HTML, 'application/vnd.microsoft.card.'];
/** A picture that was pasted stands in the HTML. Emoji are pictures, too, of a kind of their own. */
const PICTURE = /<img\s[^<>]*>/gi;
const EMOJI = 'schema.skype.com/Emoji';

type WithAttachments = Pick<InboundActivity, 'attachments'>;

/** The message as HTML, where the client sent it. */
export function htmlOf({ attachments }: WithAttachments): string | null {
  const html = attachments?.find(({ contentType }) => contentType === HTML)?.content;
  return typeof html === 'string' ? html : null;
}

/** True when the message came with something that has to be opened to be read. */
export function hasFiles(activity: WithAttachments): boolean {
  const isFile = (type: string): boolean => !NOT_FILES.some((known) => type.startsWith(known));
  if (activity.attachments?.some(({ contentType }) => isFile(contentType)) === true) return true;
  return [...(htmlOf(activity) ?? '').matchAll(PICTURE)].some(([tag]) => !tag.includes(EMOJI));
}
